package import LocatedYAML

/// Replaces `${name}` in the text of a scalar by the value of a parameter; `$${` stands for `${` itself.
///
/// The result is text: it is never read as YAML again, and a value is not searched for further names.
package enum Substitution {
    /// Nil where the text names something that is not a parameter; the mistake is then reported.
    package static func text(of node: YAMLNode, in context: ReadingContext) -> String? {
        let text = node.text
        guard context.spend(text.utf8.count, at: node) else { return nil }
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var result: [UInt8] = []
        let whole = Array(text.utf8)
        var bytes = whole[...]
        var isWhole = true
        while let sign = bytes.firstIndex(of: UInt8(ascii: "$")) {
            result += bytes[..<sign]
            bytes = bytes[sign...]
            if bytes.starts(with: "$${".utf8) {
                result += Array("${".utf8)
                bytes = bytes.dropFirst(3)
            } else if bytes.starts(with: "${".utf8) {
                guard let end = bytes.firstIndex(of: UInt8(ascii: "}")) else {
                    reportOpen(node, whole[..<bytes.startIndex], in: context)
                    return nil
                }
                let name = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
                if let value = context.parameters[name] {
                    guard context.spend(value.utf8.count, at: node) else { return nil }
                    result += Array(value.utf8)
                } else {
                    reportUnknown(name, node, whole[..<bytes.startIndex], in: context)
                    isWhole = false
                }
                bytes = bytes[(end + 1)...]
            } else {
                result.append(bytes.removeFirst())
            }
        }
        result += bytes
        return isWhole ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func reportOpen(
        _ node: YAMLNode, _ before: ArraySlice<UInt8>, in context: ReadingContext
    ) {
        context.report(
            "substitution", "\"${\" is not closed by \"}\"",
            fix: "write ${name} for a parameter, or $${ for the characters themselves",
            at: node.span(of: "${", after: before), in: node.source)
    }

    private static func reportUnknown(
        _ name: String, _ node: YAMLNode, _ before: ArraySlice<UInt8>, in context: ReadingContext
    ) {
        guard !context.isUnreadable(name) else { return }
        let names = context.parameters.keys.sorted()
        let fix =
            NearestName.suggestion(for: name, among: names)
            ?? "declare it under parameters, or write $${ for the characters themselves"
        context.report(
            "unknown-parameter", "there is no parameter \"\(name)\"", fix: fix,
            at: node.span(of: "${\(name)}", after: before), in: node.source)
    }
}

extension YAMLNode {
    /// Nothing was written, or one of the words that YAML has for it, without quotes.
    package var isNothing: Bool {
        isPlain && ["", "~", "null", "Null", "NULL"].contains { hasText($0) }
    }

    /// Where a part of a scalar stands in the text, or the whole node where it cannot be told.
    ///
    /// - Parameters:
    ///   - part: What is looked for.
    ///   - before: The text of the scalar before it, which may hold the part as well.
    /// - Returns: The place of the part, or that of the node.
    package func span(of part: String, after before: ArraySlice<UInt8> = []) -> SourceSpan {
        let wanted = Array(part.utf8)
        var left = Self.starts(of: wanted, in: before).count
        let bytes = source.bytes[span.start..<min(span.end, source.bytes.count)]
        for start in Self.starts(of: wanted, in: bytes) {
            if left == 0 { return SourceSpan(start: start, end: start + wanted.count) }
            left -= 1
        }
        return span
    }

    /// A key as it stands, which is not substituted in; nil where it names a parameter.
    func withoutParameters(_ context: ReadingContext) -> YAMLNode? {
        guard text.utf8.contains(UInt8(ascii: "$")), text.contains("${") else { return self }
        context.report(
            "substitution", "a key cannot name a parameter",
            fix: "write the key out; ${name} works in values", at: self)
        return nil
    }

    private static func starts(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return [] }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).filter {
            bytes[$0] == wanted[0] && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}
