import CLibExpat

/// Reads XML as it comes, with the parser that most programs use; declarations of types are refused.
package final class XMLEvents {
    /// What is told of the text.
    package enum Event {
        /// An element with its attributes.
        case start(name: String, attributes: [String: String])
        case end(name: String)
        case text(String)
    }

    private let parser: XML_Parser
    private let take: (Event) -> Bool
    private var depth = 0
    /// Why it was stopped; nil where it was not, or where its reader has enough.
    package private(set) var refusal: String?
    private(set) var isStopped = false
    private let dropsPrefixes: Bool

    private static let mostDepth = 64

    /// - Parameters:
    ///   - dropsPrefixes: Whether names come without the prefix of their namespace.
    ///   - take: Told of each event; false for no more.
    package init?(droppingPrefixes dropsPrefixes: Bool = false, _ take: @escaping (Event) -> Bool) {
        guard let parser = XML_ParserCreate("UTF-8") else { return nil }
        self.parser = parser
        self.take = take
        self.dropsPrefixes = dropsPrefixes
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { data, name, attributes in XMLEvents.of(data)?.start(name, attributes) },
            { data, name in XMLEvents.of(data)?.end(name) })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            XMLEvents.of(data)?.text(text, count)
        }
        // Without them there are no entities, neither outside ones nor ones that grow.
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLEvents.of(data)?.stop("it declares a document type")
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Takes the next bytes; tells whether more are wanted.
    package func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        guard !isStopped else { return false }
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, start, CInt(bytes.count), isLast ? 1 : 0)
        if status != XML_STATUS_OK, !isStopped {
            isStopped = true
            let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
            refusal = "it is no XML" + (words.map { " (\($0))" } ?? "")
        }
        return !isStopped
    }

    /// The byte that was come to, from the beginning.
    package var offset: Int { max(0, Int(XML_GetCurrentByteIndex(parser))) }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLEvents? {
        data.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private func stop(_ reason: String?) {
        guard !isStopped else { return }
        isStopped = true
        refusal = reason
        XML_StopParser(parser, 0)
    }

    private func tell(_ event: Event) {
        guard !isStopped else { return }
        if !take(event) { stop(nil) }
    }

    private func start(
        _ element: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        depth += 1
        guard depth <= Self.mostDepth else { return stop("it nests too deep") }
        guard let element else { return }
        var values: [String: String] = [:]
        var index = 0
        while let attributes, let key = attributes[index], let value = attributes[index + 1] {
            values[name(String(cString: key))] = String(cString: value)
            index += 2
        }
        tell(.start(name: name(String(cString: element)), attributes: values))
    }

    private func end(_ element: UnsafePointer<CChar>?) {
        depth -= 1
        if let element { tell(.end(name: name(String(cString: element)))) }
    }

    private func text(_ text: UnsafePointer<CChar>?, _ count: CInt) {
        guard let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        tell(.text(String(decoding: bytes, as: UTF8.self)))
    }

    private func name(_ name: String) -> String {
        guard dropsPrefixes, let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else {
            return name
        }
        return String(name[name.utf8.index(after: colon)...])
    }
}
