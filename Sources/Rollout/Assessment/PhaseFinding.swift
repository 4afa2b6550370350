/// A verdict over some steps, with what holds it back.
package struct PhaseFinding: Hashable, Sendable {
    /// Nil where the phase is cancelled or does not apply.
    package let verdict: Verdict?
    /// What keeps the verdict from GO, open blocking steps first; or why there is no verdict.
    package let reasons: [PhaseReason]
    /// The places of the steps that it is over, in the order of the checklist.
    package let counted: [Int]

    package init(verdict: Verdict?, reasons: [PhaseReason], counted: [Int]) {
        self.verdict = verdict
        self.reasons = reasons
        self.counted = counted
    }

    /// The number of conditions that keep the verdict from GO.
    package var conditions: Int { verdict == nil ? 0 : reasons.count }
}
