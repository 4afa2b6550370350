/// Replaces `${name}` in the text of a scalar by the value of a parameter; `$${` stands for `${` itself.
///
/// The result is text: it is never read as YAML again, and a value is not searched for further names.
package enum Substitution {
    /// Nil where the text names something that is not a parameter; the mistake is then reported.
    package static func text(of node: YAMLNode, in context: ReadingContext) -> String? {
        let text = node.text
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var result: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        var isWhole = true
        while let byte = bytes.first {
            if bytes.starts(with: "$${".utf8) {
                result += Array("${".utf8)
                bytes = bytes.dropFirst(3)
            } else if bytes.starts(with: "${".utf8) {
                guard let end = bytes.firstIndex(of: UInt8(ascii: "}")) else {
                    reportOpen(node, in: context)
                    return nil
                }
                let name = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
                if let value = context.parameters[name] {
                    result += Array(value.utf8)
                } else {
                    reportUnknown(name, node, in: context)
                    isWhole = false
                }
                bytes = bytes[(end + 1)...]
            } else {
                result.append(byte)
                bytes = bytes.dropFirst()
            }
        }
        return isWhole ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func reportOpen(_ node: YAMLNode, in context: ReadingContext) {
        context.report(
            "substitution", "\"${\" is not closed by \"}\"",
            fix: "write ${name} for a parameter, or $${ for the characters themselves", at: node)
    }

    private static func reportUnknown(_ name: String, _ node: YAMLNode, in context: ReadingContext)
    {
        let names = context.parameters.keys.sorted()
        let fix =
            NearestName.suggestion(for: name, among: names)
            ?? "declare it under parameters, or write $${ for the characters themselves"
        context.report(
            "unknown-parameter", "there is no parameter \"\(name)\"", fix: fix,
            at: node.span(of: "${\(name)}"), in: node.source)
    }
}

extension YAMLNode {
    /// Where a part of a scalar stands in the text, or the whole node where it cannot be told.
    package func span(of part: String) -> SourceSpan {
        let wanted = Array(part.utf8)
        let bytes = source.bytes[span.start..<min(span.end, source.bytes.count)]
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return span }
        for start in bytes.startIndex...(bytes.endIndex - wanted.count)
        where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            return SourceSpan(start: start, end: start + wanted.count)
        }
        return span
    }
}
