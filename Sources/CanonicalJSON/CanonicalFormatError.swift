/// Why some bytes are not the canonical JSON that was expected, and at which key.
package struct CanonicalFormatError: Error, Hashable, CustomStringConvertible {
    /// The path of the key, such as `body.findings[0].actual`; empty for the value as a whole.
    package let key: String
    /// What is wrong there, as the end of a sentence: "is missing".
    package let reason: String

    package init(key: String = "", reason: String) {
        self.key = key
        self.reason = reason
    }

    /// A clause without a full stop, to stand behind a colon.
    package var description: String {
        key.isEmpty ? "it \(reason)" : "the key `\(key)` \(reason)"
    }
}
