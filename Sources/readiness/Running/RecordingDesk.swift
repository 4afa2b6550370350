import ChecklistDecoding
import LedgerStorage
import Rollout

/// Where people's words are checked and recorded: one checklist, its ledger and who acts.
struct RecordingDesk {
    /// Who acts, as given and not authenticated.
    let principal: String
    /// The moment of the act.
    let now: Instant
    /// What the records say at that moment.
    let assessment: Assessment
    private let loaded: LoadedChecklist
    private let ledger: any Ledger

    /// The checklist that is acted on.
    var checklist: Checklist { loaded.checklist }

    /// Reads the checklist and its ledger.
    init(
        _ name: String, _ parameters: ParameterOptions, _ ledger: LedgerOptions,
        _ principal: PrincipalOptions
    ) async throws {
        loaded = try await ChecklistLoading.load(name, parameters: parameters, ledger: ledger)
        let path = LedgerLocation.path(ledger, for: loaded.path)
        self.ledger = LedgerFormat(path: path).ledger(at: path)
        self.principal = principal.principal
        now = Machine.now()
        assessment = try await JudgedLedger(
            self.ledger, at: path, for: loaded.checklist, asOf: .now, now: now
        ).assessment
    }

    /// The step of an id.
    func step(named name: String) throws -> Step {
        if let step = checklist.step(name) { return step }
        let family = checklist.steps(named: name)
        guard family.isEmpty else {
            throw CommandFailure(
                .usage,
                "\(name) stands for several steps; name one: \(family.map(\.id).joined(separator: ", "))."
            )
        }
        throw CommandFailure.unknown("step", name, known: checklist.steps.map(\.id))
    }

    /// The role to act for: the given one, else the only one of those that the principal is in.
    func role(_ given: String?, among roles: [String]) throws -> String {
        if let given {
            guard checklist.role(given) != nil else {
                throw CommandFailure.unknown("role", given, known: checklist.roles.map(\.id))
            }
            return given
        }
        let own = roles.filter { checklist.role($0)?.members.contains(principal) ?? false }
        guard own.count < 2 else {
            throw CommandFailure(
                .usage,
                "\(principal) is a member of \(own.joined(separator: " and ")); say which with --role."
            )
        }
        guard let role = own.first else {
            throw CommandFailure(
                .invalidInput,
                "\(principal) is not a member of \(roles.joined(separator: " or ")), so that this is refused. "
                    + "Say who acts with --as. Nothing was recorded.")
        }
        return role
    }

    /// Everybody whose sign-off of a step was not taken back.
    func signers(_ step: String) -> [String] { assessment.signers(of: step) }

    /// Records what happened and says so; the record is durable by then.
    func record(_ event: Event, _ words: String) async throws {
        let drafts = [
            loaded.textDraft(by: principal),
            RecordDraft(checklist: checklist.id, principal: principal, event: event),
        ]
        let records = try await ledger.append(drafts, at: now)
        try await ledger.close()
        guard let record = records.last else {
            throw CommandFailure(.ownFault, "The ledger did not say that the record was kept.")
        }
        try Terminal.write("\(words) (record \(record.sequence), \(record.digest.short))\n")
    }

    /// Takes an earlier record about a step back.
    func revoke(
        _ sequence: Int, of step: Step, reason: String, isRevocable: (Event) -> Bool
    ) async throws {
        guard let target = assessment.records.first(where: { $0.sequence == sequence }),
            isRevocable(target.event), target.event.step() == step.id
        else {
            throw CommandFailure(
                .usage,
                "Record \(sequence) is no such record about \(step.id); `readiness log` shows their numbers."
            )
        }
        if let objection = RevocationRule.objection(principal: principal, of: target, in: checklist)
        {
            throw CommandFailure(
                .invalidInput, "That is refused: \(objection). Nothing was recorded.")
        }
        try await record(
            .revocation(Revocation(sequence: sequence, digest: target.digest, reason: reason)),
            "taken back: record \(sequence) about \(step.id) by \(principal), unauthenticated")
    }
}
