/// Content that is kept beside the ledger, by its digest.
package struct FileReference: Hashable, Sendable {
    /// In bytes.
    package let size: Int
    package let digest: ContentDigest

    package init(size: Int, digest: ContentDigest) {
        self.size = size
        self.digest = digest
    }
}
