import CanonicalJSON
import Reporting
import Rollout

/// Where a rollout stands, without what only counts time or entries.
///
/// Two standings are equal where a reader of their cards has the same to do.
enum NotifiedStanding {
    static func value(_ report: ReportInput) -> JSONValue {
        let assessment = report.assessment
        return [
            "verdict": .string(assessment.verdict.rawValue),
            "plan": plan(assessment.plan),
            "ledger": .array(
                Set(report.ledgerWarnings.map(\.kind.rawValue)).sorted().map { .string($0) }),
            "phases": .array(
                assessment.phases.map { phase in
                    [
                        "id": .string(phase.phase.id.text),
                        "verdict": phase.headline.map { .string($0.rawValue) } ?? .null,
                        "reasons": .array(phase.current.reasons.map(words)),
                    ]
                }),
        ]
    }

    private static func plan(_ standing: PlanStanding?) -> JSONValue {
        switch standing {
        case nil: return .null
        case .approved: return "approved"
        case .lacking(let roles, _): return .array(roles.map { .string($0.text) })
        }
    }

    private static func words(_ reason: PhaseReason) -> JSONValue {
        switch reason {
        case .step(let id, _, let status, let reason):
            return .array(
                [.string(id.text), .string(status.rawValue)] + words(reason).map { .string($0) })
        case .planNotApproved(let roles, _):
            return .array([.string(reason.code)] + roles.map { .string($0.text) })
        case .retrospectiveOwed(let entry, _), .notKept(let entry):
            return [.string(reason.code), .integer(Int64(entry))]
        case .cancelled, .doesNotApply, .nothingApplies: return .string(reason.code)
        }
    }

    /// The code of a reason with what it is about: a check, a role, another step.
    private static func words(_ reason: StepReason) -> [String] {
        switch reason {
        case .waived(_, _, _, let otherwise): return [reason.code] + words(otherwise)
        case .checkUnmet(let check, _, _, _), .checkTooOld(let check, _, _, _),
            .checkEnded(let check, _, _, _),
            .checkTooEarly(let check, _, _, _), .checkOlderWording(let check, _, _),
            .checkMissing(let check, _):
            return [reason.code, words(check)]
        case .siteSilent(let check, let sites, _):
            return [reason.code, words(check)] + sites.map(\.site.text)
        case .parityDiffers(let check, let parity, _), .parityUnknown(let check, let parity):
            return [reason.code, words(check), parity.name]
        case .checkUndetermined(let check, let obstacle, _, _):
            return [reason.code, words(check)] + (obstacle.map { [$0.code.rawValue] } ?? [])
        case .rejected(_, let role, _, _): return [reason.code, role.text]
        case .signOffStale(let inner, _, _, let role, _):
            return [reason.code, role.text, inner.code]
        case .signOffsMissing(let role, let have, _, _, _, _):
            return [reason.code, role.text, "\(have)"]
        case .requestMissing(let role, _): return [reason.code, role.text]
        case .needs(let step, let status, _): return [reason.code, step.text, status.rawValue]
        case .needsMissingStep(let step): return [reason.code, step.text]
        case .notApplicable, .asksNobody, .asksNothing, .ready, .restsOnEditorials,
            .restsOnWaivers:
            return [reason.code]
        }
    }

    private static func words(_ check: CheckName) -> String {
        "\(check.kind) \(check.subject) \(check.position) \(check.site?.text ?? "")"
    }
}
