import Attestation
import LedgerStorage
import Rollout
import Synchronization

/// Which statements a server lets into its ledger.
struct StatementAdmission: Sendable {
    let location: LedgerLocation
    /// The list of signers that the operator put there, which the first one on record must be.
    let firstList: String
    /// Texts that are on record, which they stay.
    private let texts = KnownTexts()

    /// What was found on record, shared by all requests.
    private final class KnownTexts: Sendable {
        let keys = Mutex<Set<Key>>([])

        struct Key: Hashable {
            let rollout: RolloutReference
            let checklist: ContentDigest
        }
    }

    init(location: LedgerLocation, firstList: String) {
        self.location = location
        self.firstList = firstList
    }

    /// Whether what follows a request is judged by it.
    static func comesAlone(_ drafts: [Draft]) -> Bool {
        drafts.contains {
            [.signers, .enrolmentLink, .enrolment].contains($0.statement.body.kind)
        }
    }

    /// What a request may hold, whatever is on record.
    func requireForm(_ drafts: [Draft]) throws(StatementRefusal) {
        guard !drafts.isEmpty else { throw StatementRefusal(.form, "There is no statement in it.") }
        guard !Self.comesAlone(drafts) || drafts.count == 1 else {
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
                $0.signature != nil && $0.statement.isMadeOnText
                    && $0.statement.rollout == draft.statement.rollout
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
    private func requireTexts(
        of drafts: [Draft], in ledger: any ServedLedger
    ) async throws {
        for draft in drafts {
            let statement = draft.statement
            guard statement.isMadeOnText else { continue }
            let comes = drafts.contains {
                $0.statement.body.kind == .checklistText
                    && $0.statement.rollout == statement.rollout
                    && $0.statement.checklist == statement.checklist
            }
            if comes { continue }
            guard try await isOnRecord(statement, in: ledger) else {
                throw Self.noText(statement.checklist)
            }
        }
    }

    static func noText(_ text: ContentDigest) -> StatementRefusal {
        StatementRefusal(
            .text,
            "The text \(text) that it was made on is not on record: send it along, as a line before "
                + "the statement.")
    }

    private func isOnRecord(
        _ statement: Statement, in ledger: any ServedLedger
    ) async throws -> Bool {
        let key = KnownTexts.Key(rollout: statement.rollout, checklist: statement.checklist)
        if texts.keys.withLock({ $0.contains(key) }) { return true }
        guard try await ledger.hasText(statement.checklist, for: statement.rollout) else {
            return false
        }
        texts.keys.withLock { _ = $0.insert(key) }
        return true
    }

    /// What the statements of a request need, by whose keys count now; and how each is authenticated.
    func require(
        _ drafts: [Draft], _ signers: SignersHistory, _ now: Instant, _ ledger: any ServedLedger
    ) async throws -> [Authentication] {
        var authentications: [Authentication] = []
        // Signatures first: who has none that counts costs the server nothing else.
        for draft in drafts {
            authentications.append(try await require(draft, signers, now, ledger))
        }
        try await requireTexts(of: drafts, in: ledger)
        return authentications
    }

    /// Its signature counts now, and what it names was brought.
    private func require(
        _ draft: Draft, _ signers: SignersHistory, _ now: Instant, _ ledger: any ServedLedger
    ) async throws -> Authentication {
        let statement = draft.statement
        var authentication = Authentication.none
        if let signature = draft.signature {
            switch statement.body {
            case .signers: try await requireList(statement, signature, now, ledger)
            case .enrolment, .enrolmentLink:
                try await EnrolmentAdmission(signers: signers, ledger: ledger).require(
                    draft, signature, at: now)
            default:
                do throws(StatementRefusal) {
                    authentication = .key(try require(signature, over: statement, signers, now))
                } catch {
                    guard let key = try await recorded(statement, signature, signers, ledger) else {
                        throw error
                    }
                    authentication = .key(key)
                }
            }
        }
        let evidence = ServeEvidence(location)
        for (file, name) in statement.keptFiles where try await !evidence.has(file) {
            throw StatementRefusal(
                .content, "Bring the \(name) first: PUT /api/evidence/sha256/\(file.digest.hex).")
        }
        return authentication
    }

    /// The key of a statement that is on record and whose key counts no longer; nil for any other one.
    ///
    /// It is answered with its entry. Looked for only where the key counted once, so that strangers cost
    /// nothing.
    private func recorded(
        _ statement: Statement, _ signature: String, _ signers: SignersHistory,
        _ ledger: any ServedLedger
    ) async throws -> SignerKey? {
        guard let key = signers.onceCounting(signature, over: statement) else { return nil }
        let reading = try await ledger.reading(of: statement.rollout.id, asOf: .everything)
        return reading.entries.hold(statement, signedBy: signature) ? key : nil
    }

    private func require(
        _ signature: String, over statement: Statement, _ signers: SignersHistory, _ now: Instant
    ) throws(StatementRefusal) -> SignerKey {
        switch signers.verify(signature, over: statement, at: now) {
        case .success(let key): return key
        case .failure(let fault):
            throw StatementRefusal(.signature, "\(OperationFailure.signature(fault))")
        case nil:
            throw StatementRefusal(
                .unlisted,
                "No list of signers is on record yet, and no signature counts. The owner records it: "
                    + "readiness signers --update.")
        }
    }

    /// A list of signers must be let in by the one before it; the first is the operator's.
    private func requireList(
        _ statement: Statement, _ signature: String, _ now: Instant,
        _ ledger: any ServedLedger
    ) async throws {
        let reading = try await ledger.reading(of: SignersRecord.rollout.id, asOf: .everything)
        // The one on record already is answered with its entry.
        if reading.entries.hold(statement, signedBy: signature) { return }
        let history = try ReadSigners.history(
            reading.entries.adding(statement, signedBy: signature, at: now), location)
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
