import Characters

/// A piece of text inside an HTML element such as `<summary>`, where Markdown is not read.
///
/// Outside text is escaped and set as code, for hosts look for mentions and links here too.
package struct HTMLInline: Hashable, Sendable, ExpressibleByStringInterpolation {
    package let html: String

    package init(stringLiteral value: String) { html = value }

    package init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

    /// Puts escaped outside text and our own words together.
    package struct StringInterpolation: StringInterpolationProtocol {
        var html = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { html += literal }

        package mutating func appendInterpolation(_ number: Int) { html += "\(number)" }

        package mutating func appendInterpolation(_ text: String) {
            html += "<code>\(HTMLInline.escaped(text))</code>"
        }
    }

    /// The text with everything that HTML reads as an entity, also safe within a quoted attribute.
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.line(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
