/// The step that a statement is about, in the wording that it had then.
package struct StepReference: Hashable, Sendable {
    package let id: StepID
    /// The digest of the step after substitution.
    package let digest: ContentDigest

    package init(id: StepID, digest: ContentDigest) {
        self.id = id
        self.digest = digest
    }
}
