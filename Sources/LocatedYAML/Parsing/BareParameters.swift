/// Texts with `${name}` that stand between braces or brackets without quotes.
///
/// YAML takes the brace of the name for a mapping and gives up on the whole file. What was meant is
/// plain, so that it is reported and the text is read on: with parentheses in place of the braces,
/// which moves nothing. The tree refers to the text as it was written.
struct BareParameters {
    static let code = "unquoted-parameter"
    /// How many bytes are read again in all: each of these mistakes costs a reading.
    private static let budget = 64 << 20

    private let source: SourceText
    /// The text to be read.
    private(set) var text: [UInt8]
    private(set) var mistakes: [Diagnostic] = []

    init(_ source: SourceText) {
        self.source = source
        text = source.bytes
    }

    /// Mends the name whose opening brace stands at a place; false where there is none.
    mutating func mend(at place: Int) -> Bool {
        guard place > 0, place < text.count, text[place] == UInt8(ascii: "{"),
            text[place - 1] == UInt8(ascii: "$"), mistakes.count * text.count < Self.budget,
            let close = text[place...].prefix(while: { !Byte.isBreak($0) }).firstIndex(
                of: UInt8(ascii: "}"))
        else { return false }
        let span = value(around: place - 1, close)
        let written = String(decoding: source.bytes[span.start..<span.end], as: UTF8.self)
        mistakes.append(
            source.diagnostic(
                Self.code, "between braces or brackets, a text with ${…} stands in quotes",
                fix: "write \"\(Quoted.short(written))\"", at: span))
        // All names of one text at once: each reading costs time.
        for index in place..<span.end {
            if text[index] == UInt8(ascii: "{") { text[index] = UInt8(ascii: "(") }
            if text[index] == UInt8(ascii: "}") { text[index] = UInt8(ascii: ")") }
        }
        return true
    }

    /// The text without quotes around a name, from its first sign to its last.
    private func value(around sign: Int, _ close: Int) -> SourceSpan {
        var start = sign
        while start > 0, !Self.isEdge(text[start - 1]), !Byte.isBreak(text[start - 1]),
            !(Byte.isBlank(text[start - 1]) && start > 1 && text[start - 2] == UInt8(ascii: ":"))
        {
            start -= 1
        }
        while start < sign, Byte.isBlank(text[start]) { start += 1 }
        var end = close + 1
        while end < text.count, !Byte.isBreak(text[end]), !Self.isEdge(text[end]) {
            if text[end] == UInt8(ascii: "$"), end + 1 < text.count,
                text[end + 1] == UInt8(ascii: "{"),
                let next = text[end...].prefix(while: { !Byte.isBreak($0) }).firstIndex(
                    of: UInt8(ascii: "}"))
            {
                end = next
            }
            end += 1
        }
        while end > close + 1, Byte.isBlank(text[end - 1]) { end -= 1 }
        return SourceSpan(start: start, end: end)
    }

    /// Whether a byte ends a text without quotes between braces or brackets.
    private static func isEdge(_ byte: UInt8) -> Bool { "{}[],".utf8.contains(byte) }
}
