/// Why some bytes are not JSON that this program reads.
package struct JSONSyntaxError: Error, Hashable, CustomStringConvertible {
    /// Whether it is the text that is wrong.
    package enum Kind: Hashable, Sendable {
        /// The text is no JSON.
        case syntax
        /// It may be JSON, but not such that everybody reads it as the same, or beyond our limits.
        case unreadable
    }

    /// The place, in bytes from 0.
    package let offset: Int
    /// What is wrong there, as the end of a sentence.
    package let reason: String
    package let kind: Kind

    package init(offset: Int, reason: String, _ kind: Kind = .syntax) {
        self.offset = offset
        self.reason = reason
        self.kind = kind
    }

    package var description: String { "Byte \(offset + 1) of the JSON text: \(reason)." }
}
