/// The text of a checklist, kept once for each digest.
package struct ChecklistText: Hashable, Sendable {
    package let digest: ContentDigest
    package let text: String

    package init(digest: ContentDigest, text: String) {
        self.digest = digest
        self.text = text
    }
}
