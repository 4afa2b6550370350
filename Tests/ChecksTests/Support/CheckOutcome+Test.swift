import Checks
import Rollout

extension CheckOutcome {
    /// What was seen where it is not as expected.
    var unmet: [String] { findings.filter { $0.standing == .unmet }.map(\.actual) }

    /// What was seen where it could not be told.
    var unknown: [String] { findings.filter { $0.standing == .unknown }.map(\.actual) }

    /// What was seen where it is worth a look.
    var warned: [String] { findings.filter { $0.standing == .warned }.map(\.actual) }

    var code: Obstacle.Code? { obstacle?.code }

    var detail: String { obstacle?.values["detail"] ?? "" }

    /// All that says why, for a test that fails.
    var summary: String {
        "\(outcome) \(String(describing: obstacle)) \(findings)".prefix(2000) + ""
    }
}

extension Judgement {
    /// The outcome that follows.
    var result: CheckOutcome {
        CheckOutcome(
            findings: findings, obstacle: obstacle, observedAt: Instant(milliseconds: 0))
    }
}

extension Check {
    /// Carries the check out as one of a kind that says truly whether it executes something.
    func carryOut(in environment: CheckEnvironment) async -> CheckOutcome {
        let kind = CheckKind("test", "For tests.", needsTrust: execution != nil) { _ in nil }
        return await ConfiguredCheck(kind, self).carryOut(in: environment)
    }
}
