/// A person took back an earlier sign-off or waiver.
package struct Revocation: Hashable, Sendable {
    /// The place in the ledger of the record that is taken back.
    package let sequence: Int
    package let digest: ContentDigest
    package let reason: String

    package init(sequence: Int, digest: ContentDigest, reason: String) {
        self.sequence = sequence
        self.digest = digest
        self.reason = reason
    }
}
