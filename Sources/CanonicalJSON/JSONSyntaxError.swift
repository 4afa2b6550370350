/// Why some bytes are not JSON that this program reads.
package struct JSONSyntaxError: Error, Hashable, CustomStringConvertible {
    /// The place, in bytes from 0.
    package let offset: Int
    /// What is wrong there, as the end of a sentence.
    package let reason: String

    package init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    package var description: String { "Byte \(offset + 1) of the JSON text: \(reason)." }
}
