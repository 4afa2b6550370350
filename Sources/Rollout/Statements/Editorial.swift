/// The owner said that a rewording of a step changed no meaning, so that evidence for the words
/// before counts for the words of today.
///
/// The step in its new wording is the one that the statement is about.
package struct Editorial: Hashable, Sendable {
    /// The digest of the step in the words before.
    package let from: ContentDigest
    /// The words before; with the rules of today they must come to `from`.
    package let before: StepWords
    package let reason: String

    package init(from: ContentDigest, before: StepWords, reason: String) {
        self.from = from
        self.before = before
        self.reason = reason
    }
}
