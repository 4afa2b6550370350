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

    /// The same error of a value that stands under another key.
    package func under(_ outer: String) -> CanonicalFormatError {
        let joint = key.isEmpty || key.hasPrefix("[") ? "" : "."
        return CanonicalFormatError(key: outer + joint + key, reason: reason)
    }

    /// A clause without a full stop, to stand behind a colon.
    package var description: String {
        key.isEmpty ? "it \(reason)" : "the key `\(key)` \(reason)"
    }

    static let notCanonical = CanonicalFormatError(
        reason: "is not written in canonical form (RFC 8785)")
}
