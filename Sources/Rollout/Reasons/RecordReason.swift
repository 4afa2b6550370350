package import CanonicalJSON

/// Why something on record does not count by a text of its checklist.
package enum RecordReason: Reason {
    case signOff(SignOffReason)
    case waiver(WaiverReason)
    case decision(DecisionReason)
    case poll(PollReason)
    case approval(PlanApprovalReason)
    case revocation(RevocationReason)
    case editorial(EditorialReason)
    case correction(CorrectionReason)
    /// The outcome of a check that does not count for whose it is.
    case outcome(CheckObjection)
    /// The outcome of a check, which is for other rules or another wording.
    case check
    /// The outcome of a check that was carried out again from the same site.
    case checkReplaced(by: Int)
    /// The outcome of a check that time took away, or that came before its time.
    case checkOutOfTime(CheckAssessment.Freshness)
    /// The text is a checklist of another id, or has no such step or check.
    case gone

    package var code: String {
        switch self {
        case .signOff(let reason): return reason.code
        case .waiver(let reason): return reason.code
        case .decision(let reason): return reason.code
        case .poll(let reason): return reason.code
        case .approval(let reason): return reason.code
        case .revocation(let reason): return reason.code
        case .editorial(let reason): return reason.code
        case .correction(let reason): return reason.code
        case .outcome(let objection): return objection.code
        case .check: return "other-wording"
        case .checkReplaced: return "replaced"
        case .checkOutOfTime(.tooEarly): return "too-early"
        case .checkOutOfTime: return "too-old"
        case .gone: return "gone"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .signOff(let reason): return reason.values
        case .waiver(let reason): return reason.values
        case .decision(let reason): return reason.values
        case .poll(let reason): return reason.values
        case .approval(let reason): return reason.values
        case .revocation(let reason): return reason.values
        case .editorial(let reason): return reason.values
        case .correction(let reason): return reason.values
        case .outcome(let objection): return objection.values
        case .checkReplaced(let entry): return ["entry": .number(entry)]
        case .check, .checkOutOfTime, .gone: return [:]
        }
    }
}
