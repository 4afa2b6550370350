/// An entry by its place in the ledger and the digest of its bytes.
package struct EntryReference: Hashable, Sendable {
    package let sequence: Int
    package let digest: ContentDigest

    package init(sequence: Int, digest: ContentDigest) {
        self.sequence = sequence
        self.digest = digest
    }
}
