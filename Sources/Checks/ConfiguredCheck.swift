import CanonicalJSON
package import Rollout

/// A check as a checklist asks for it: what its kind made, with the options that every kind has.
package struct ConfiguredCheck: Sendable {
    package let kind: CheckKind
    package let check: any Check
    /// How long the observation may take; nil leaves it to the checklist's default.
    package let timeout: Duration?

    package init(_ kind: CheckKind, _ check: any Check, timeout: Duration? = nil) {
        self.kind = kind
        self.check = check
        self.timeout = timeout
    }

    /// What is checked, for statements and reports.
    package var definition: CheckDefinition {
        CheckDefinition(kind: kind.name, subject: check.subject, cautions: check.cautions)
    }

    /// Observes and judges, where that is permitted: nothing is executed without trust.
    package func carryOut(in environment: CheckEnvironment) async -> CheckOutcome {
        guard isPermitted(in: environment) else {
            let argv = check.execution.map { JSONValue.array($0.argv.map { .string($0) }) }
            return CheckOutcome(
                findings: [], obstacle: Obstacle(.notTrusted), observedAt: environment.clock(),
                facts: argv.map { ["argv": $0] } ?? [:])
        }
        return await Self.carryOut(
            check, in: environment.with(timeout: timeout ?? environment.timeout))
    }

    /// Trust covers what a check states that it executes, so that a check of such a kind that
    /// states nothing is refused, and so is one that executes although its kind does not say so.
    private func isPermitted(in environment: CheckEnvironment) -> Bool {
        switch (kind.needsTrust, check.execution) {
        case (false, nil): return true
        case (true, _?): return environment.commands == .granted
        case (true, nil), (false, _?): return false
        }
    }

    private static func carryOut<Kind: Check>(
        _ check: Kind, in environment: CheckEnvironment
    ) async -> CheckOutcome {
        let deadline = Deadline(environment.timeout)
        let observation = await check.observe(environment)
        let instant = environment.clock()
        let judgement = check.judge(observation, at: instant, until: deadline)
        return CheckOutcome(
            findings: judgement.findings, obstacle: judgement.obstacle, observedAt: instant,
            facts: check.facts(of: observation))
    }
}
