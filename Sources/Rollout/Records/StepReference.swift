/// The step that a record is about, in the wording that it had then.
package struct StepReference: Hashable, Sendable {
    package let id: String
    /// The digest of the step after substitution.
    package let digest: ContentDigest
    /// The digest of the checklist text that the step stood in.
    package let checklist: ContentDigest

    package init(id: String, digest: ContentDigest, checklist: ContentDigest) {
        self.id = id
        self.digest = digest
        self.checklist = checklist
    }
}
