import Attestation
import CanonicalJSON
import ChecklistDecoding
import Checks
import LedgerStorage
package import Rollout

/// Carries out checks and records what they found, each outcome as soon as it is there.
package struct RunChecks: Sendable {
    private let plan: RunPlan
    private let principal: Principal
    private let run: String
    private let method: SigningMethod
    private let context: OperationContext
    private let ledgers: [any Ledger]

    /// - Parameters:
    ///   - plan: What to check.
    ///   - principal: Who runs the checks.
    ///   - run: A name for the run, new each time.
    ///   - method: How the outcomes are signed.
    ///   - context: The world around the checks.
    package init(
        _ plan: RunPlan, by principal: Principal, run: String,
        signing method: SigningMethod = .usual, _ context: OperationContext
    ) {
        self.plan = plan
        self.principal = principal
        self.run = run
        self.method = method
        self.context = context
        // One ledger for each place, so that all that is recorded there shares its commits.
        var ledgers: [LedgerLocation: any Ledger] = [:]
        self.ledgers = plan.loaded.map { loaded in
            let location = context.location(for: loaded.source.path)
            let ledger = ledgers[location] ?? location.ledger()
            ledgers[location] = ledger
            return ledger
        }
    }

    /// Carries the plan out.
    ///
    /// A task that is cancelled begins no further check; what was observed in full is recorded all
    /// the same.
    ///
    /// - Parameters:
    ///   - jobs: How many checks run at once.
    ///   - onOutcome: Told of each outcome once it is on durable storage, of several at once, with
    ///     its place in the plan.
    /// - Throws: `LedgerError`; the rest of the run is then ended.
    /// - Returns: The outcomes in the order of the plan; nil for a check that was not carried out.
    package func callAsFunction(
        jobs: Int, onOutcome: @escaping @Sendable (Int, CheckOutcome) async -> Void
    ) async throws -> [CheckOutcome.Outcome?] {
        let outcomes: [CheckOutcome.Outcome?]
        let signing = try await self.signing()
        do {
            // Of a checklist that nothing is checked of nothing is recorded.
            for source in Set(plan.items.map(\.source)).sorted() {
                let now = context.clock()
                let text = plan.loaded[source].textStatement(by: principal, at: now)
                _ = try await ledgers[source].append([Draft(text)], at: now)
            }
            outcomes = try await Evaluator(jobs: jobs).run(plan.items.map(\.planned)) {
                place, outcome in
                try await record(outcome, of: plan.items[place], signing)
                await onOutcome(place, outcome)
            }
        } catch {
            // What went wrong first is what people must hear of.
            for ledger in ledgers { try? await ledger.close() }
            throw error
        }
        for ledger in ledgers { try await ledger.close() }
        return outcomes
    }

    /// Records one outcome; those that come while the ledger commits share its next commit.
    ///
    /// An interrupted run is a cancelled task, and what was observed is kept all the same: appending
    /// does not ask whether it is cancelled.
    private func record(
        _ outcome: CheckOutcome, of item: RunPlan.Item, _ signing: [Int: StatementSigning]
    ) async throws {
        let now = context.clock()
        let report = CheckReport(
            position: item.planned.position, kind: item.definition.kind,
            outcome: outcome.outcome, obstacle: outcome.obstacle, findings: outcome.findings,
            observedAt: outcome.observedAt, holdsUntil: outcome.holdsUntil,
            facts: .inline(JSONText(.object(outcome.facts))), tool: context.tool,
            host: context.host)
        let statement = item.checklist.statement(
            .check(report), step: item.step.reference, by: principal, site: plan.site.id?.text,
            run: run,
            at: now)
        let ledger = ledgers[item.source]
        let draft =
            if let signing = signing[item.source] {
                // What is signed does not change any more.
                try await signing.at(now).sign(ledger.location.kept(statement)).draft
            } else { Draft(statement) }
        _ = try await ledger.append([draft], at: now)
    }

    /// Whether outcomes are signed: a person's key at hand signs no run unless it has to.
    private func signs(_ checklist: Checklist) -> Bool {
        method != .usual || checklist.requiresSigning
    }

    /// How the outcomes of each source are signed that are; found out before anything is carried out,
    /// so that a run whose outcomes would not count does not begin.
    private func signing() async throws -> [Int: StatementSigning] {
        var signing: [Int: StatementSigning] = [:]
        for source in Set(plan.items.map(\.source)) {
            let checklist = plan.loaded[source].checklist
            if let runners = checklist.runners, !runners.contains(principal) {
                throw OperationFailure.notARunner(principal, runners)
            }
            if let site = plan.site.id, let runners = checklist.site(site)?.runners,
                !runners.contains(principal)
            {
                throw OperationFailure.notARunnerOfSite(principal, site, runners)
            }
            guard signs(checklist) else { continue }
            let location = ledgers[source].location
            let known = try await ReadSigners.read(location)
            if checklist.requiresSigning, known.current == nil {
                throw OperationFailure.signing(.noSignersOnRecord)
            }
            signing[source] = try await StatementSigning(
                method: method, isRequired: checklist.requiresSigning, signers: known,
                now: context.clock()
            ).choosing(for: principal)
        }
        return signing
    }
}
