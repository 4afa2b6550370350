/// A piece of a line: our own words with outside text in them, before any format has escaped it.
///
/// What stands in the literal is ours; what is interpolated is outside text, so that forgetting to
/// escape takes an effort. The literal holds no sign that a format would read.
package struct Inline: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// What a format writes in its own way.
    package enum Span: Hashable, Sendable {
        case own(String)
        case outside(String)
        case code(String)
        case strong(Inline)
        /// An outside title and address; a format links only to addresses that it may.
        case link(title: String, url: String)
        /// To a place in the same report; the name is ours.
        case jump(Inline, anchor: String)
        /// To another report beside this one; the name is one of `ReportName`.
        case file(Inline, name: String)
        case lineBreak
    }

    package private(set) var spans: [Span]

    package init(stringLiteral value: String) { spans = value.isEmpty ? [] : [.own(value)] }

    package init(stringInterpolation: StringInterpolation) { spans = stringInterpolation.spans }

    private init(_ spans: [Span]) { self.spans = spans }

    /// Puts outside text and our own words together.
    package struct StringInterpolation: StringInterpolationProtocol {
        var spans: [Span] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            spans.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { spans.append(.own(literal)) }
        }

        package mutating func appendInterpolation(_ text: String) {
            if !text.isEmpty { spans.append(.outside(text)) }
        }

        package mutating func appendInterpolation(_ number: Int) { spans.append(.own("\(number)")) }

        package mutating func appendInterpolation(_ inline: Inline) { spans += inline.spans }

        package mutating func appendInterpolation(code text: String) { spans.append(.code(text)) }

        package mutating func appendInterpolation(strong inline: Inline) {
            if !inline.isEmpty { spans.append(.strong(inline)) }
        }

        package mutating func appendInterpolation(link title: String, to url: String) {
            spans.append(.link(title: title, url: url))
        }

        package mutating func appendInterpolation(_ inline: Inline, at anchor: String) {
            spans.append(.jump(inline, anchor: anchor))
        }

        package mutating func appendInterpolation(_ inline: Inline, file name: String) {
            spans.append(.file(inline, name: name))
        }
    }

    package var isEmpty: Bool { spans.isEmpty }

    package static let lineBreak = Inline([.lineBreak])

    /// The pieces that are not empty, one after the other.
    package static func joined(_ pieces: [Inline], separator: Inline = ", ") -> Inline {
        var spans: [Span] = []
        for piece in pieces where !piece.isEmpty {
            if !spans.isEmpty { spans += separator.spans }
            spans += piece.spans
        }
        return Inline(spans)
    }

    /// Such as "a", "a or b" and "a, b or c"; past `most` items the rest is counted.
    package static func list(_ items: [Inline], _ conjunction: Inline, most: Int = .max) -> Inline {
        list(Array(items.prefix(most)), conjunction, of: items.count)
    }

    /// The same of the first of so many items.
    package static func list(_ items: [Inline], _ conjunction: Inline, of count: Int) -> Inline {
        var shown = items
        if count > shown.count { shown.append("\(count - shown.count) more") }
        guard let last = shown.popLast() else { return "" }
        return shown.isEmpty ? last : "\(.joined(shown)) \(conjunction) \(last)"
    }
}
