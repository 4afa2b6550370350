package import LocatedYAML

/// The text of a scalar that may name parameters as `${name}`; `$${` stands for `${` itself.
package struct Template: Sendable {
    private enum Piece {
        case text(ArraySlice<UInt8>)
        /// A name, with where it begins in the text.
        case name(String, offset: Int)
    }

    private let node: YAMLNode
    private let text: [UInt8]
    private let pieces: [Piece]
    /// Where a brace begins that is not closed; the pieces end there.
    private let open: Int?

    package init(_ node: YAMLNode) {
        let text = Array(node.text.utf8)
        var pieces: [Piece] = []
        var rest = text[...]
        var plainStart = rest.startIndex
        var open: Int?
        func plain(upTo end: Int) -> Piece { .text(text[plainStart..<end]) }
        scan: while let sign = rest.firstIndex(of: UInt8(ascii: "$")) {
            rest = rest[sign...]
            if rest.starts(with: "$${".utf8) {
                // The second dollar begins the plain text that follows.
                pieces.append(plain(upTo: sign))
                plainStart = sign + 1
                rest = rest.dropFirst(3)
            } else if rest.starts(with: "${".utf8) {
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
                    open = sign
                    break scan
                }
                pieces.append(plain(upTo: sign))
                pieces.append(
                    .name(String(decoding: rest[(sign + 2)..<end], as: UTF8.self), offset: sign))
                plainStart = end + 1
                rest = rest[(end + 1)...]
            } else {
                rest = rest.dropFirst()
            }
        }
        pieces.append(plain(upTo: text.endIndex))
        self.open = open
        self.node = node
        self.text = text
        self.pieces = pieces
    }

    /// Whether every brace is closed; else that is reported.
    package func isClosed(in context: ReadingContext) -> Bool {
        guard let open else { return true }
        context.report(
            "substitution", "\"${\" is not closed by \"}\"",
            fix: "write ${name} for a parameter, or $${ for the characters themselves",
            at: node.span(of: "${", after: text[..<open]), in: node.source)
        return false
    }

    /// The names that stand in the text, in its order.
    package var names: [String] {
        pieces.compactMap { if case .name(let name, _) = $0 { name } else { nil } }
    }

    /// Where the text first names something: all of `${name}`; the whole node where it does not.
    package func span(of name: String) -> SourceSpan {
        for case .name(name, let offset) in pieces {
            return node.span(of: "${\(name)}", after: text[..<offset])
        }
        return node.span
    }

    /// The text with values in place of names; nil where one has none, after all are looked up.
    package func filled(
        _ value: (_ name: String, _ span: () -> SourceSpan) -> String?
    ) -> String? {
        var result: [UInt8] = []
        var isWhole = true
        for piece in pieces {
            switch piece {
            case .text(let bytes): result += bytes
            case .name(let name, let offset):
                let span = { node.span(of: "${\(name)}", after: text[..<offset]) }
                if let value = value(name, span) {
                    result += value.utf8
                } else {
                    isWhole = false
                }
            }
        }
        return isWhole ? String(decoding: result, as: UTF8.self) : nil
    }
}

extension YAMLNode {
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

    private static func starts(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return [] }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).filter {
            bytes[$0] == wanted[0] && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}
