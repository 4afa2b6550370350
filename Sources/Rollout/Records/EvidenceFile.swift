/// A file that was shown as evidence; its content stays where it is, its digest is kept.
package struct EvidenceFile: Hashable, Sendable {
    package let name: String
    /// In bytes.
    package let size: Int
    package let digest: ContentDigest

    package init(name: String, size: Int, digest: ContentDigest) {
        self.name = name
        self.size = size
        self.digest = digest
    }
}
