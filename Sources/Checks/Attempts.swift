import CanonicalJSON
import Rollout

/// Carries out a check until it is met, as often as its retries allow.
struct Attempts {
    let check: ConfiguredCheck
    let retry: Retry

    /// The last outcome, with every earlier one among its facts.
    func carryOut(in environment: CheckEnvironment) async -> CheckOutcome {
        var earlier: [JSONValue] = []
        var outcome = await check.attempt(in: environment)
        while earlier.count < retry.times, outcome.outcome != .met, !Task.isCancelled,
            !Self.isFinal(outcome)
        {
            try? await Task.sleep(for: retry.delay)
            guard !Task.isCancelled else { break }
            earlier.append(Self.json(outcome))
            outcome = await check.attempt(in: environment)
        }
        guard !earlier.isEmpty else { return outcome }
        var facts = outcome.facts
        facts["attempts"] = .integer(Int64(earlier.count + 1))
        facts["earlier-attempts"] = .array(earlier)
        return CheckOutcome(
            findings: outcome.findings, obstacle: outcome.obstacle, observedAt: outcome.observedAt,
            facts: facts)
    }

    /// Another attempt could only say the same.
    private static func isFinal(_ outcome: CheckOutcome) -> Bool {
        let final: [Obstacle.Code] = [.notTrusted, .nothingExpected, .stopped]
        return outcome.obstacle.map { final.contains($0.code) } ?? false
    }

    private static func json(_ outcome: CheckOutcome) -> JSONValue {
        var members: [String: JSONValue] = [
            "outcome": .string(outcome.outcome.rawValue),
            "observed-at": .string(outcome.observedAt.rfc3339), "facts": .object(outcome.facts),
            "findings": .array(
                outcome.findings.filter { !$0.isMet }.map { finding in
                    ["expected": .string(finding.expected), "actual": .string(finding.actual)]
                }),
        ]
        if let obstacle = outcome.obstacle { members["obstacle"] = obstacle.json }
        return .object(members)
    }
}
