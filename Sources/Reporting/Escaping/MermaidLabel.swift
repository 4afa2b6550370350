import Characters

/// Writes outside text as a label of a Mermaid chart.
///
/// Mermaid has no escape that holds in every chart and version, so only letters, digits, blanks
/// and a few harmless signs stay; everything else becomes a blank.
package enum MermaidLabel {
    /// The most scalars of a label; longer ones are cut.
    private static let longest = 60

    /// The label; the fallback where nothing of the text is left.
    package static func label(_ text: String, orElse fallback: String) -> String {
        let label = cut(words(text))
        return label.isEmpty ? cut(words(fallback)) : label
    }

    private static func words(_ text: String) -> String {
        // The straight quote is the one sign that is common in titles and has a harmless twin.
        text.unicodeScalars.map { $0 == "'" ? "’" : $0 }.split { !isHarmless($0) }
            .map { MarkdownEscaping.string($0) }.joined(separator: " ")
    }

    private static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > longest else { return text }
        return MarkdownEscaping.string(scalars.prefix(longest)) + "…"
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "(", ")", "/", "+", "’", "–": return true
        case _ where scalar.isASCII: return false
        default: break
        }
        guard !VisibleText.isHidden(scalar) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}
