package import CanonicalJSON

/// What holds a phase back, or why it has no verdict.
package enum PhaseReason: Reason {
    case cancelled
    case doesNotApply([Mismatch])
    /// No blocking step applies, so that nothing shows readiness.
    case nothingApplies
    /// The text of the checklist is not approved by these roles; another one may be.
    case planNotApproved([RoleID], approved: ContentDigest?)
    /// An emergency decision that nobody looked at afterwards.
    case retrospectiveOwed(entry: Int, by: Instant)
    /// Files that the entry names are no longer kept, so that nobody can be shown what it rests on.
    case notKept(entry: Int)
    /// A step that is not ready, or ready only because of a waiver.
    case step(StepID, level: Step.Level, status: StepStatus, reason: StepReason)

    package var code: String {
        switch self {
        case .cancelled: return "phase-cancelled"
        case .doesNotApply: return "phase-does-not-apply"
        case .nothingApplies: return "nothing-applies"
        case .planNotApproved: return "plan-not-approved"
        case .retrospectiveOwed: return "retrospective-owed"
        case .notKept: return "evidence-not-kept"
        case .step(_, _, let status, let reason):
            return status == .ready ? reason.code : "step-\(status.code)"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .cancelled, .nothingApplies: return [:]
        case .notKept(let entry): return ["entry": .number(entry)]
        case .doesNotApply(let mismatches): return ["conditions": .list(mismatches)]
        case .planNotApproved(let roles, let approved):
            return [
                "roles": .names(roles),
                "approved": approved.map { .string($0.description) } ?? .null,
            ]
        case .retrospectiveOwed(let entry, let due):
            return ["entry": .number(entry), "by": .moment(due)]
        case .step(let id, let level, let status, let reason):
            return [
                "step": .name(id), "level": .string(level.rawValue),
                "status": .string(status.rawValue),
                "reason": .object(
                    reason.values.merging(["code": .string(reason.code)]) { own, _ in own }),
            ]
        }
    }
}
