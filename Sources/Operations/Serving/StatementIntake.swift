package import Attestation
package import LedgerStorage
package import Rollout

/// Takes statements into the ledger of a server: by their signatures, and by nothing else.
///
/// Those that arrive while a commit is under way share the next one, and the next checkpoint. A statement
/// that the ledger has already is answered with its entry, so that a lost answer doubles nothing.
package actor StatementIntake {
    private let location: LedgerLocation
    private let ledger: SQLiteLedger
    private let signing: SignCheckpoint
    /// The list of signers that the operator put there, which the first one on record must be.
    private let firstList: String
    private let clock: @Sendable () -> Instant
    private var waiting: [(drafts: [Draft], answer: CheckedContinuation<[Taken], any Error>)] = []
    private var isBusy = false

    /// The media type of what `take` is given: a line for each statement, with its signature below it.
    package static let mediaType = StatementsBody.mediaType
    /// How many bytes that may have.
    package static let mostBytes = StatementsBody.mostBytes

    /// What became of a statement.
    package struct Taken: Hashable, Sendable {
        package let sequence: Int
        /// It was not on record before.
        package let isNew: Bool
        /// The entry, the proof that it is in the log, and the checkpoint.
        package let receipt: TlogProof
    }

    package init(
        _ location: LedgerLocation, _ place: LogKeyPlace, firstList: String,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.location = location
        self.firstList = firstList
        self.clock = clock
        ledger = SQLiteLedger(location)
        signing = SignCheckpoint(location, place)
    }

    /// Takes what a request holds, all of it or nothing; durable and signed for when it returns.
    ///
    /// Throws `StatementRefusal`, and what is wrong with the ledger.
    package func take(_ body: [UInt8]) async throws -> [Taken] {
        let drafts: [Draft]
        do throws(StatementsBody.Mistake) {
            drafts = try StatementsBody(body).drafts
        } catch {
            throw StatementRefusal(.form, "This is no list of statements: \(error.reason).")
        }
        guard !drafts.isEmpty else { throw StatementRefusal(.form, "There is no statement in it.") }
        try requireCompany(drafts)
        return try await withCheckedThrowingContinuation { answer in
            waiting.append((drafts, answer))
            guard !isBusy else { return }
            isBusy = true
            Task { await work() }
        }
    }

    /// Closes the ledger once everything that was taken is answered.
    package func close() async throws {
        while isBusy { try await Task.sleep(for: .milliseconds(10)) }
        try await ledger.close()
    }

    private func work() async {
        while !waiting.isEmpty {
            let group = waiting
            waiting = []
            var made: [(answer: CheckedContinuation<[Taken], any Error>, entries: [(Int, Bool)])] =
                []
            for (drafts, answer) in group {
                do {
                    made.append((answer, try await record(drafts)))
                } catch {
                    answer.resume(throwing: error)
                }
            }
            guard !made.isEmpty else { continue }
            do {
                let signed = try await signing()
                for (answer, entries) in made {
                    var taken: [Taken] = []
                    for (sequence, isNew) in entries {
                        let receipt = try await receipt(sequence, signed)
                        taken.append(Taken(sequence: sequence, isNew: isNew, receipt: receipt))
                    }
                    answer.resume(returning: taken)
                }
            } catch {
                for (answer, _) in made { answer.resume(throwing: error) }
            }
        }
        isBusy = false
    }

    private func receipt(_ sequence: Int, _ signed: LogCheckpoint) async throws -> TlogProof {
        let size = signed.checkpoint.extent.size
        let stored = try await ledger.entry(at: sequence)
        let inclusion = try await ledger.hashes { try $0.inclusion(of: sequence - 1, in: size) }
        return TlogProof(extra: stored.bytes, inclusion: inclusion, checkpoint: signed.note)
    }

    /// Records what is new of a request, and finds what is not; the sequence of each signed statement.
    private func record(_ drafts: [Draft]) async throws -> [(Int, Bool)] {
        let now = clock()
        let signers = try await ReadSigners.read(location)
        var known: [[UInt8]: Int] = [:]
        for id in Set(drafts.map(\.statement.rollout.id)) {
            for entry in try await ledger.reading(of: id, asOf: .everything).entries {
                known[entry.statement.canonicalBytes] = entry.sequence
            }
        }
        var new: [Draft] = []
        for draft in drafts where known[draft.statement.canonicalBytes] == nil {
            try await require(draft, signers, now)
            new.append(draft)
        }
        let made: [Entry]
        do {
            made = try await ledger.append(new, at: now)
        } catch let error as LedgerError {
            guard case .unusableDraft = error.cause else { throw error }
            throw StatementRefusal(.entry, error.description)
        }
        let fresh = Set(made.map(\.sequence))
        for entry in made { known[entry.statement.canonicalBytes] = entry.sequence }
        var taken: [(Int, Bool)] = []
        for draft in drafts where draft.signature != nil {
            guard let sequence = known[draft.statement.canonicalBytes] else { continue }
            taken.append((sequence, fresh.contains(sequence)))
        }
        return taken
    }

    /// A text says nothing by itself, so that it needs no signature; it comes with what somebody signed
    /// on it.
    private func requireCompany(_ drafts: [Draft]) throws(StatementRefusal) {
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
            }
            guard hasCompany else {
                throw StatementRefusal(
                    .text, "The text of a checklist is taken with what somebody signed on it alone."
                )
            }
        }
    }

    private func require(
        _ draft: Draft, _ signers: SignersHistory, _ now: Instant
    ) async throws {
        let statement = draft.statement
        for (file, name) in statement.keptFiles where location.content.damage(to: file) != nil {
            throw StatementRefusal(
                .content, "Bring the \(name) first: PUT /api/evidence/sha256/\(file.digest.hex).")
        }
        guard let signature = draft.signature else { return }
        if case .signers(let record) = statement.body {
            return try await require(record, statement, signature, now)
        }
        switch signers.verify(signature, over: statement, at: now) {
        case .success: return
        case .failure(let fault):
            throw StatementRefusal(.signature, "\(OperationFailure.signature(fault))")
        case nil:
            throw StatementRefusal(
                .signers,
                "No list of signers is on record yet, so that no signature counts. The owner records "
                    + "it: readiness signers --update allowed_signers.")
        }
    }

    /// A list of signers must be let in by the one before it; the first is the operator's.
    private func require(
        _ record: SignersRecord, _ statement: Statement, _ signature: String, _ now: Instant
    ) async throws {
        let reading = try await ledger.reading(of: SignersRecord.rollout.id, asOf: .everything)
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
