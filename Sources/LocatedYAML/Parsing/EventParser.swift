import CLibYAML

/// The events of libyaml over one text; owns the parser and the current event, and frees both.
///
/// The text must outlive the parser: it is created and used within the closure that lends the
/// bytes. Places are counted in characters of the text, from 0, as libyaml counts them.
final class EventParser {
    /// What comes next in the text.
    enum Event {
        case streamStart, streamEnd, documentStart, documentEnd
        case alias, scalar, sequenceStart, mappingStart, sequenceEnd, mappingEnd
        /// The text is not YAML; `problem` says why, and nothing more comes.
        case failure
    }

    /// How a scalar is written.
    enum ScalarStyle {
        case plain, quoted, block
    }

    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    private var isInitialized = false

    /// A parser at the start of a text in UTF-8 without a byte order mark.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        // It fails only without memory; `next` then fails with that reason.
        isInitialized = yaml_parser_initialize(parser) == 1
        guard isInitialized, let start = text.baseAddress else { return }
        yaml_parser_set_input_string(parser, start, text.count)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        yaml_event_delete(event)
        if isInitialized { yaml_parser_delete(parser) }
        event.deallocate()
        parser.deallocate()
    }

    /// Moves to the next event; what the one before lent out is gone.
    func next() -> Event {
        yaml_event_delete(event)
        guard isInitialized, yaml_parser_parse(parser, event) == 1 else { return .failure }
        switch event.pointee.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias
        case YAML_SCALAR_EVENT: return .scalar
        case YAML_SEQUENCE_START_EVENT: return .sequenceStart
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT: return .mappingStart
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        // After the end libyaml hands out empty events.
        default: return .streamEnd
        }
    }

    /// The first character of the event, counting its anchor and its tag.
    var start: Int { event.pointee.start_mark.index }

    /// The character after the event.
    var end: Int { event.pointee.end_mark.index }

    /// The text of a scalar event, valid until the next event.
    var scalarText: UnsafeRawBufferPointer {
        let scalar = event.pointee.data.scalar
        return UnsafeRawBufferPointer(start: scalar.value, count: scalar.length)
    }

    var scalarStyle: ScalarStyle {
        switch event.pointee.data.scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
    }

    /// Whether a sequence or mapping that starts here is written in brackets or braces.
    var isFlow: Bool {
        switch event.pointee.type {
        case YAML_SEQUENCE_START_EVENT:
            event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_MAPPING_START_EVENT:
            event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        default: false
        }
    }

    /// Whether a scalar has an anchor or a tag; asking for either makes a string.
    var scalarHasProperties: Bool {
        let scalar = event.pointee.data.scalar
        return scalar.anchor != nil || scalar.tag != nil
    }

    /// The name that an alias refers to, or the anchor of a node; nil without one.
    var anchor: String? {
        switch event.pointee.type {
        case YAML_ALIAS_EVENT: string(event.pointee.data.alias.anchor)
        case YAML_SCALAR_EVENT: string(event.pointee.data.scalar.anchor)
        case YAML_SEQUENCE_START_EVENT: string(event.pointee.data.sequence_start.anchor)
        case YAML_MAPPING_START_EVENT: string(event.pointee.data.mapping_start.anchor)
        default: nil
        }
    }

    /// The tag of a node, with its handle resolved; nil without one.
    var tag: String? {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: string(event.pointee.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT: string(event.pointee.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT: string(event.pointee.data.mapping_start.tag)
        default: nil
        }
    }

    var problem: ParserProblem {
        guard isInitialized else { return .outOfMemory }
        let state = parser.pointee
        let text = state.problem.map { String(cString: $0) } ?? ""
        let context = state.context.map { String(cString: $0) } ?? ""
        switch state.error {
        case YAML_MEMORY_ERROR: return .outOfMemory
        case YAML_READER_ERROR:
            return .reader(text, byte: state.problem_offset, value: Int(state.problem_value))
        default:
            return .syntax(
                text, at: state.problem_mark.index, context: context,
                from: state.context_mark.index)
        }
    }

    private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }
}

/// Why libyaml refuses a text, in its words.
enum ParserProblem {
    case outOfMemory
    /// The bytes are not text that YAML allows: from which byte, and the offending value, -1 where
    /// there is none.
    case reader(String, byte: Int, value: Int)
    /// The text is not YAML: the character where that shows, what was being read, and the
    /// character where that began.
    case syntax(String, at: Int, context: String, from: Int)
}
