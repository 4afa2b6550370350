/// What the evidence says about a checklist at one instant.
package struct Assessment: Hashable, Sendable {
    package let checklist: Checklist
    package let asOf: Instant
    /// In order of time, then of the checklist.
    package let phases: [PhaseAssessment]
    /// In the order of the checklist.
    package let steps: [StepAssessment]
    /// Every waiver on record at the instant, in the order of the ledger.
    package let waivers: [WaiverAssessment]
    /// The records about this checklist that were on record at the instant, in the order of the ledger.
    package let records: [Record]

    package init(
        checklist: Checklist, asOf: Instant, phases: [PhaseAssessment], steps: [StepAssessment],
        waivers: [WaiverAssessment], records: [Record]
    ) {
        self.checklist = checklist
        self.asOf = asOf
        self.phases = phases
        self.steps = steps
        self.waivers = waivers
        self.records = records
    }

    package func step(_ id: String) -> StepAssessment? { steps.first { $0.step.id == id } }

    package func phase(_ id: String) -> PhaseAssessment? { phases.first { $0.phase.id == id } }

    /// Everybody whose sign-off of a step, for whatever wording, was not taken back.
    package func signers(of step: String) -> [String] {
        Evidence(records, about: checklist, asOf: asOf).signers(of: step)
    }

    /// The worst verdict of the phases that are still ahead or under way; of all phases where none is; NO-GO where none has one.
    package var verdict: Verdict {
        let open = phases.filter { $0.phase.status != .completed }.compactMap(\.verdict)
        return open.max() ?? phases.compactMap(\.verdict).max() ?? .noGo
    }
}
