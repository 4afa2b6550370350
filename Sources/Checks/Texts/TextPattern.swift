/// A regular expression as its text, known to be one.
///
/// `Regex` itself cannot be shared between tasks, so that it is made again where it is used.
package struct TextPattern: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Nil where the text is not a regular expression.
    package init?(_ text: String) {
        guard (try? Regex<AnyRegexOutput>(text)) != nil else { return nil }
        description = text
    }

    /// Whether the expression matches anywhere in a text; `^` and `$` also stand at its lines.
    package func matches(in text: String) -> Bool {
        guard let expression = try? Regex<AnyRegexOutput>(description) else { return false }
        // Comparing scalars finds what the bytes say, also where a combining mark follows.
        let strict = expression.anchorsMatchLineEndings().matchingSemantics(.unicodeScalar)
        return (try? strict.firstMatch(in: text)) ?? nil != nil
    }
}
