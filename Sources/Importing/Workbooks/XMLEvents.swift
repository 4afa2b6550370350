import CLibExpat

/// Reads XML as it comes, with the parser that most programs use; declarations of types are refused.
final class XMLEvents {
    /// What is told of the text.
    enum Event {
        /// An element with its attributes.
        case start(name: String, attributes: [String: String])
        case end(name: String)
        case text(String)
    }

    private let parser: XML_Parser
    private let take: (Event) -> Bool
    private var depth = 0
    /// Why it was stopped; nil where it was not, or where its reader has enough.
    private(set) var refusal: String?
    private(set) var isStopped = false

    private static let mostDepth = 64

    /// - Parameter take: Told of each event; false for no more.
    init?(_ take: @escaping (Event) -> Bool) {
        guard let parser = XML_ParserCreate("UTF-8") else { return nil }
        self.parser = parser
        self.take = take
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
    func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        guard !isStopped else { return false }
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, start, CInt(bytes.count), isLast ? 1 : 0)
        if status != XML_STATUS_OK, !isStopped {
            isStopped = true
            refusal = "it is no XML"
        }
        return !isStopped
    }

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
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        depth += 1
        guard depth <= Self.mostDepth else { return stop("it nests too deep") }
        guard let name else { return }
        var values: [String: String] = [:]
        var index = 0
        while let attributes, let key = attributes[index], let value = attributes[index + 1] {
            values[Self.local(String(cString: key))] = String(cString: value)
            index += 2
        }
        tell(.start(name: Self.local(String(cString: name)), attributes: values))
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        depth -= 1
        if let name { tell(.end(name: Self.local(String(cString: name)))) }
    }

    private func text(_ text: UnsafePointer<CChar>?, _ count: CInt) {
        guard let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        tell(.text(String(decoding: bytes, as: UTF8.self)))
    }

    /// The name without the prefix of its namespace.
    private static func local(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ":")).map {
            String(name[name.utf8.index(after: $0)...])
        }
            ?? name
    }
}
