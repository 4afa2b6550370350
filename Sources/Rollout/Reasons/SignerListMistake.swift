/// A line of a list of signers or of revoked keys that does not count, and why.
package struct SignerListMistake: Hashable, Sendable, Error {
    /// From 1; 0 for the whole list.
    package let line: Int
    package let reason: SignerLineMistake

    package init(line: Int, reason: SignerLineMistake) {
        self.line = line
        self.reason = reason
    }
}
