/// A file that was shown as evidence again: for another step, or when a sign-off was renewed.
package struct EvidenceReuse: Hashable, Sendable {
    package let digest: ContentDigest
    /// The entries that show it, in the order of the ledger; at least two.
    package let entries: [Int]
    /// The steps that they are about, each once.
    package let steps: [StepID]
}
