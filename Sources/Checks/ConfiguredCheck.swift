import CanonicalJSON
import Files
package import Rollout
import Synchronization

/// A check as a checklist asks for it: what its kind made, with the options that every kind has.
package struct ConfiguredCheck: Sendable {
    package let kind: CheckKind
    package let check: any Check
    /// How long the observation may take; nil leaves it to the checklist's default.
    package let timeout: Duration?
    /// Nil where it is tried once.
    package let retry: Retry?
    /// Nil where nothing is compared across sites.
    package let parity: ParityTerms?

    package init(
        _ kind: CheckKind, _ check: any Check, timeout: Duration? = nil, retry: Retry? = nil,
        parity: ParityTerms? = nil
    ) {
        self.kind = kind
        self.check = check
        self.timeout = timeout
        self.retry = retry
        self.parity = parity
    }

    /// How long it may take with all attempts, where the checklist gives one so much time.
    package func longest(_ usual: Duration) -> Duration {
        let one = timeout ?? usual
        return retry?.longest(one) ?? one
    }

    /// What is checked, for statements and reports.
    package var definition: CheckDefinition {
        CheckDefinition(
            kind: kind.name, subject: check.subject, cautions: check.cautions,
            parity: parity?.parity)
    }

    /// Observes and judges, where that is permitted: nothing is executed without trust.
    package func carryOut(in environment: CheckEnvironment) async -> CheckOutcome {
        await carryOut(in: environment, onSeen: nil)
    }

    private func carryOut(
        in environment: CheckEnvironment, onSeen: (@Sendable (Sighting) -> Void)?
    ) async -> CheckOutcome {
        guard isPermitted(in: environment) else {
            let argv = check.execution.map { JSONValue.array($0.argv.map { .string($0) }) }
            return CheckOutcome(
                findings: [], obstacle: Obstacle(.notTrusted), observedAt: environment.clock(),
                facts: argv.map { ["argv": $0] } ?? [:])
        }
        var secrets: [Secret: String] = [:]
        for secret in check.secrets {
            switch secret.value(in: environment) {
            case .success(let value): secrets[secret] = value
            case .failure(let failure):
                return CheckOutcome(
                    findings: [], obstacle: failure.obstacle, observedAt: environment.clock())
            }
        }
        let own = environment.with(timeout: timeout ?? environment.timeout, secrets: secrets)
        let mask = environment.shared.mask(with: secrets.values, in: environment)
        if let onSeen {
            return mask.mask(await attempt(in: own) { onSeen($0.masked(mask)) })
        }
        let outcome =
            if let retry {
                await Attempts(check: self, retry: retry).carryOut(in: own)
            } else { await attempt(in: own) }
        // Other checks may have been given theirs meanwhile.
        return environment.shared.mask(with: secrets.values, in: environment).mask(outcome)
    }

    /// Observes and judges once, in an environment that is its own.
    func attempt(
        in environment: CheckEnvironment,
        onSeen: (@Sendable (Sighting) -> Void)? = nil
    ) async -> CheckOutcome {
        await Self.carryOut(check, in: environment, onSeen)
    }

    /// What is seen now, for a step that is to expect it, with the outcome of looking.
    ///
    /// Looks once, whatever retries there are.
    package func look(
        in environment: CheckEnvironment
    ) async -> (outcome: CheckOutcome, seen: Sighting?) {
        let seen = Mutex<Sighting?>(nil)
        let outcome = await carryOut(in: environment) { new in seen.withLock { $0 = new } }
        return (outcome, seen.withLock { $0 })
    }

    /// Trust covers what a check states that it executes, so that a check of such a kind that
    /// states nothing is refused, and so is one that executes although its kind does not say so.
    private func isPermitted(in environment: CheckEnvironment) -> Bool {
        // A secret must not go wherever the author of a checklist likes.
        if !check.secrets.isEmpty, environment.commands != .granted { return false }
        switch (kind.needsTrust, check.execution) {
        case (false, nil): return true
        case (true, _?): return environment.commands == .granted
        case (true, nil), (false, _?): return false
        }
    }

    private static func carryOut<Kind: Check>(
        _ check: Kind, in environment: CheckEnvironment,
        _ onSeen: (@Sendable (Sighting) -> Void)?
    ) async -> CheckOutcome {
        let deadline = Deadline(environment.timeout)
        let observation = await check.observe(environment)
        let instant = environment.clock()
        onSeen?(
            Sighting(options: check.seen(in: observation), unsaid: check.unsaid(in: observation)) {
                [timeout = environment.timeout] other in
                (other as? Kind)?.judge(observation, at: instant, until: Deadline(timeout))
                    .outcome(at: instant)
            })
        let judgement = check.judge(observation, at: instant, until: deadline)
        var facts = check.facts(of: observation)
        // Of a file that a checklist without trust may not read, not even the place is told.
        if let path = check.machinePath, judgement.obstacle?.code != .notTrusted {
            facts[CheckReport.resolvedPath] = .string(
                FilePlace.resolved(environment.path(path)))
        }
        return judgement.outcome(at: instant, facts: facts)
    }
}
