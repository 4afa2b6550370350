package import Rollout

/// A no about a step in other words than those of now, which an edit of the checklist took out of
/// force and nothing in the same words answered.
package struct EarlierNo: Hashable, Sendable {
    package let step: StepID
    /// The number of the entry that says no.
    package let entry: Int
    /// It is a rejection, and not the outcome of a check.
    package let isRejection: Bool
    /// The checklist no longer has the step.
    package let isRemoved: Bool

    /// The newest one of each step that a finding does not name as open, in the order of the ledger.
    static func all(in assessment: Assessment, behind finding: PhaseFinding) -> [EarlierNo] {
        let open = Set(
            finding.reasons.compactMap { reason -> StepID? in
                guard case .step(let id, _, _, _) = reason else { return nil }
                return id
            })
        let counted = Set(finding.counted.map { assessment.steps[$0].step.id })
        let takenBack = Set(
            assessment.revocations.filter { $0.reason == .counts }.map(\.revocation.entry.sequence))
        // The last word of each voice on each wording.
        var last: [Voice: (entry: Entry, isNo: Bool)] = [:]
        for entry in assessment.entries where !takenBack.contains(entry.sequence) {
            guard let voice = Voice(entry.statement),
                assessment.checklist.foreignness(of: entry.statement) == nil,
                let isNo = isNo(entry.statement.body)
            else { continue }
            last[voice] = (entry, isNo)
        }
        var found: [StepID: EarlierNo] = [:]
        for (voice, word) in last where word.isNo {
            let now = assessment.step(voice.step)
            guard now?.step.digest != voice.wording, !open.contains(voice.step),
                now == nil || counted.contains(voice.step),
                found[voice.step].map({ $0.entry < word.entry.sequence }) ?? true
            else { continue }
            found[voice.step] = EarlierNo(
                step: voice.step, entry: word.entry.sequence,
                isRejection: word.entry.statement.body.kind == .signOff, isRemoved: now == nil)
        }
        return found.values.sorted { $0.entry < $1.entry }
    }

    /// Nil for what is neither yes nor no.
    private static func isNo(_ body: StatementBody) -> Bool? {
        switch body {
        case .check(let report):
            return report.outcome == .undetermined ? nil : report.outcome == .unmet
        case .signOff(let signOff): return signOff.choice == .reject
        default: return nil
        }
    }

    /// Who speaks about which step in which words: a check from a site, or a person for a role.
    private struct Voice: Hashable {
        let step: StepID
        let wording: ContentDigest
        let check: Int?
        let site: String?
        let principal: Principal?
        let role: RoleID?

        init?(_ statement: Statement) {
            guard let reference = statement.step else { return nil }
            step = reference.id
            wording = reference.digest
            if case .check(let report) = statement.body {
                check = report.position
                site = statement.site
                principal = nil
                role = nil
            } else {
                check = nil
                site = nil
                principal = statement.principal
                role = statement.role
            }
        }
    }
}
