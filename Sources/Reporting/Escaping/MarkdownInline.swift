/// A piece of Markdown on one line, safe in a paragraph, a heading, a list and a table cell.
///
/// What stands in the literal is ours; what is interpolated is outside text and is escaped, so
/// that forgetting to escape takes an effort.
package struct MarkdownInline: Hashable, Sendable, ExpressibleByStringInterpolation {
    package let markdown: String

    package init(stringLiteral value: String) { markdown = value }

    package init(stringInterpolation: StringInterpolation) {
        markdown = stringInterpolation.markdown
    }

    private init(joined: String) { markdown = joined }

    /// Puts escaped outside text and our own words together.
    package struct StringInterpolation: StringInterpolationProtocol {
        var markdown = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            markdown.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { markdown += literal }

        /// Outside text, escaped.
        package mutating func appendInterpolation(_ text: String) {
            markdown += MarkdownEscaping.text(text)
        }

        package mutating func appendInterpolation(_ number: Int) { markdown += "\(number)" }

        package mutating func appendInterpolation(_ inline: MarkdownInline) {
            markdown += inline.markdown
        }

        /// Outside text as a code span.
        package mutating func appendInterpolation(code text: String) {
            markdown += MarkdownEscaping.code(text)
        }

        /// A link with an outside title and address.
        package mutating func appendInterpolation(link title: String, to url: String) {
            markdown += MarkdownEscaping.link(title, to: url)
        }
    }

    package var isEmpty: Bool { markdown.isEmpty }

    /// The pieces one after the other.
    package static func joined(_ pieces: [MarkdownInline], separator: String = ", ")
        -> MarkdownInline
    {
        MarkdownInline(joined: pieces.map(\.markdown).joined(separator: separator))
    }
}
