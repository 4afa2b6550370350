package import ChecklistDecoding
package import LedgerStorage
import Reporting
package import Rollout

/// Somebody's act on one rollout: what is known at its moment, and how it becomes an entry.
package struct Act: Sendable {
    package let principal: Principal
    /// Whom the principal acts for as a deputy; nil for those who act for themselves.
    package let onBehalfOf: Principal?
    private let method: SigningMethod
    /// Told what signing means, before anybody is asked to sign, and why nothing is signed.
    private let tell: @Sendable (String) -> Void
    /// The moment of the act.
    let now: Instant
    /// What the ledger says at that moment.
    let judged: JudgedRollout

    /// The ledger that was judged by, and how many of its entries.
    package var ledger: (location: LedgerLocation, size: Int) {
        (judged.location, judged.state.extent.size)
    }

    package var actor: Actor { Actor(principal, onBehalfOf: onBehalfOf) }
    package var checklist: Checklist { judged.loaded.checklist }
    var assessment: Assessment { judged.assessment }
    /// What refusals look titles and times up in.
    var words: WordingContext { WordingContext(assessment) }

    /// Reads and judges the checklist that is acted on.
    package init(
        on loaded: LoadedChecklist, by principal: Principal, for onBehalfOf: Principal? = nil,
        signing method: SigningMethod = .usual,
        tell: @escaping @Sendable (String) -> Void = { _ in }, _ context: OperationContext
    ) async throws {
        self.principal = principal
        self.onBehalfOf = onBehalfOf
        self.method = method
        self.tell = tell
        now = context.clock()
        judged = try await JudgeRollouts(context).judge(loaded)
    }

    /// The step of an id.
    package func step(_ name: String) throws(OperationFailure) -> StepAssessment {
        let id = StepID(name)
        if let step = assessment.step(id) { return step }
        let family = checklist.steps(named: id)
        guard family.isEmpty else { throw .severalSteps(name, family.map(\.id)) }
        throw .unknown(.step, name, known: checklist.steps.map(\.id.text))
    }

    /// The phase of an id.
    func phase(_ name: String) throws(OperationFailure) -> PhaseAssessment {
        guard let phase = assessment.phase(PhaseID(name)) else {
            throw .unknown(.phase, name, known: checklist.timeline.map(\.id.text))
        }
        return phase
    }

    /// The answers to the roll call on a question that count now.
    package func rollCall(
        _ phase: String, _ question: Decision.Question
    ) -> [PollAssessment] {
        assessment.rollCall(PhaseID(phase), question)
    }

    /// The digest of the text that is approved; nil where none is.
    package var approvedText: ContentDigest? {
        switch assessment.plan {
        case .approved: return checklist.digest
        case .lacking(_, let approved): return approved
        case nil: return nil
        }
    }

    /// The role to act for: the given one, else the only one of those that the principal is in.
    func role(_ given: String?, among roles: [RoleID]) throws(OperationFailure) -> RoleID {
        if let given {
            guard checklist.role(RoleID(given)) != nil else {
                throw .unknown(.role, given, known: checklist.roles.map(\.id.text))
            }
            return RoleID(given)
        }
        let member = actor.represented
        let own = roles.filter { checklist.isMember(member, of: $0) }
        guard own.count < 2 else { throw .severalRoles(member, own) }
        guard let role = own.first else { throw .noRole(member, roles, words) }
        return role
    }

    /// Refuses what cannot matter any more: a step that does not apply, or whose phase is over.
    func requireOpen(_ step: StepAssessment) throws(OperationFailure) {
        guard step.status != .notApplicable else {
            throw .pointless(.doesNotApply(step.step.id))
        }
        try requireOpen(step.step.due.phase)
    }

    func requireOpen(_ phase: PhaseID) throws(OperationFailure) {
        guard let found = checklist.phase(phase) else { return }
        let hasEnded = found.ended.map { $0.lapses(in: checklist.zone) <= now } ?? false
        guard found.status != .completed, found.status != .cancelled, !hasEnded else {
            throw .pointless(.phaseOver(phase))
        }
    }

    /// What the principal says; its bytes can be signed before a ledger has seen it.
    func statement(
        _ body: StatementBody, about step: StepReference? = nil, for role: RoleID? = nil
    ) -> Statement {
        checklist.statement(
            body, step: step, by: principal, onBehalfOf: onBehalfOf, for: role, at: now)
    }

    /// Signs a statement where that is asked for, and records it with the checklist text that it was
    /// made on; durable when it returns.
    func record(_ statement: Statement) async throws -> Entry {
        try await record([statement])[0]
    }

    /// Signs statements where that is asked for, and records all of them or none; one entry for each,
    /// in their order.
    ///
    /// The text of a checklist that is on record already is no entry.
    func record(_ statements: [Statement]) async throws -> [Entry] {
        let signers = try await ReadSigners.read(
            judged.location, upTo: judged.state.extent.size)
        let unchosen = StatementSigning(
            method: method, isRequired: checklist.requiresSigning, signers: signers, now: now)
        try unchosen.requireOne(of: statements.count)
        let signing = try await unchosen.choosing(for: principal)
        if let lack = signing.lack { tell(lack.note(for: principal)) }
        var signed: [StatementSigning.Signed] = []
        for statement in statements {
            if method == .shown {
                // What would be refused once it is signed is not shown to be signed.
                try requireCounting(
                    StatementSigning.Signed(
                        statement: statement, signature: nil, authentication: .presumed),
                    by: signers)
            }
            let made = try await signing.sign(statement) {
                tell(SigningMeaning.sentences(statement, words))
            }
            try requireCounting(made, by: signers)
            signed.append(made)
        }
        let ledger = judged.location.ledger()
        let text = Draft(judged.loaded.textStatement(by: principal, at: now))
        let made = try await ledger.append([text] + signed.map(\.draft), at: now)
        try await ledger.close()
        let entries = Array(made.suffix(statements.count))
        guard entries.map(\.statement) == signed.map(\.statement) else {
            throw LedgerError(
                judged.location, .failed(reason: "it did not say that the entry was kept"))
        }
        return zip(entries, signed).map { $0.authenticated($1.authentication) }
    }
}

extension LoadedChecklist {
    /// The statement that keeps the text with those of its step sets.
    func textStatement(by principal: Principal, at instant: Instant) -> Statement {
        let sets = sets.map { Kept.inline(String(decoding: $0.bytes, as: UTF8.self)) }
        return checklist.statement(
            .checklistText(ChecklistText(.inline(text), sets: sets)), by: principal, at: instant)
    }
}
