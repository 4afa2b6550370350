import Attestation
import LedgerStorage
import Rollout

/// Which statements a server lets into its ledger.
struct StatementAdmission: Sendable {
    let location: LedgerLocation
    /// The list of signers that the operator put there, which the first one on record must be.
    let firstList: String

    /// What a request may hold, whatever is on record.
    func requireForm(_ drafts: [Draft]) throws(StatementRefusal) {
        guard !drafts.isEmpty else { throw StatementRefusal(.form, "There is no statement in it.") }
        let comesAlone = drafts.contains {
            [.signers, .enrolmentLink, .enrolment].contains($0.statement.body.kind)
        }
        guard !comesAlone || drafts.count == 1 else {
            throw StatementRefusal(
                .form,
                "A list of signers, a link and a passkey come alone: what follows is judged by them."
            )
        }
        for draft in drafts where draft.signature == nil {
            guard case .checklistText = draft.statement.body else {
                throw StatementRefusal(
                    .unsigned,
                    "A statement that nobody signed is not taken: name a key with --key, or have one "
                        + "in ssh-agent.")
            }
            let hasCompany = drafts.contains {
                $0.signature != nil && $0.statement.rollout == draft.statement.rollout
                    && $0.statement.checklist == draft.statement.checklist
                    && $0.statement.principal == draft.statement.principal
            }
            guard hasCompany else {
                throw StatementRefusal(
                    .text,
                    "The text of a checklist is taken with what the same person signed on it alone."
                )
            }
        }
    }

    /// The text that something is said about must be on record, or come along.
    func requireTexts(
        of drafts: [Draft], onRecord rollouts: [RolloutReference: Set<ContentDigest>]
    ) throws(StatementRefusal) {
        for draft in drafts {
            let statement = draft.statement
            switch statement.body {
            case .signers, .triage, .checklistText, .enrolmentLink, .enrolment: continue
            default: break
            }
            let comes = drafts.contains {
                $0.statement.body.kind == .checklistText
                    && $0.statement.rollout == statement.rollout
                    && $0.statement.checklist == statement.checklist
            }
            guard comes || rollouts[statement.rollout]?.contains(statement.checklist) == true
            else {
                throw StatementRefusal(
                    .text,
                    "The text \(statement.checklist) that it was made on is not on record: send it "
                        + "along, as a line before the statement.")
            }
        }
    }

    /// Its signature counts now, and what it names was brought.
    func require(
        _ draft: Draft, _ signers: SignersHistory, _ now: Instant, _ ledger: SQLiteLedger
    ) async throws {
        let statement = draft.statement
        if let signature = draft.signature {
            switch statement.body {
            case .signers: try await requireList(statement, signature, now, ledger)
            case .enrolment, .enrolmentLink:
                try await EnrolmentAdmission(signers: signers, ledger: ledger).require(
                    draft, signature, at: now)
            default: try require(signature, over: statement, signers, now)
            }
        }
        for (file, name) in statement.keptFiles where location.content.damage(to: file) != nil {
            throw StatementRefusal(
                .content, "Bring the \(name) first: PUT /api/evidence/sha256/\(file.digest.hex).")
        }
    }

    private func require(
        _ signature: String, over statement: Statement, _ signers: SignersHistory, _ now: Instant
    ) throws(StatementRefusal) {
        switch signers.verify(signature, over: statement, at: now) {
        case .success: return
        case .failure(let fault):
            throw StatementRefusal(.signature, "\(OperationFailure.signature(fault))")
        case nil:
            throw StatementRefusal(
                .signers,
                "No list of signers is on record yet, and no signature counts. The owner records it: "
                    + "readiness signers --update.")
        }
    }

    /// A list of signers must be let in by the one before it; the first is the operator's.
    private func requireList(
        _ statement: Statement, _ signature: String, _ now: Instant, _ ledger: SQLiteLedger
    ) async throws {
        let reading = try await ledger.reading(of: SignersRecord.rollout.id, asOf: .everything)
        // The one on record already is answered with its entry.
        let isKnown = reading.entries.contains {
            $0.statement == statement && $0.signature == signature
        }
        if isKnown { return }
        let entry = Entry(
            sequence: .max, recordedAt: now, ordinal: reading.entries.count + 1,
            rollouts: ContentDigest(of: []), statement: statement, signature: signature,
            digest: ContentDigest(of: []))
        let history = try ReadSigners.history(reading.entries + [entry], location)
        guard statement.rollout == SignersRecord.rollout, let list = history.lists.last,
            list.entry.statement == statement
        else {
            throw StatementRefusal(.signers, "A list of signers is about the ledger itself.")
        }
        if let fault = list.fault {
            throw StatementRefusal(.signers, "\(OperationFailure.signers(fault))")
        }
        guard history.lists.count > 1 || list.text == firstList else {
            throw StatementRefusal(
                .signers,
                "The first list of signers must be the file allowed_signers that lies with the "
                    + "server's data, byte for byte.")
        }
    }
}
