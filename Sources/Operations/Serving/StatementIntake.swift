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
    private let admission: StatementAdmission
    private let clock: @Sendable () -> Instant
    private var waiting: [(drafts: [Draft], answer: CheckedContinuation<[Taken], any Error>)] = []
    private var isBusy = false

    /// The media type of what `take` is given: a line for each statement, with its signature below it.
    package static let mediaType = StatementsBody.mediaType
    /// How many bytes that may have.
    package static let mostBytes = StatementsBody.mostBytes

    /// How many requests may wait for their turn.
    private static let mostWaiting = 256

    /// Too many requests wait; the same may be sent again later.
    package struct Busy: Error {}

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
        admission = StatementAdmission(location: location, firstList: firstList)
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
        return try await take(drafts)
    }

    /// The same with statements that were read.
    func take(_ drafts: [Draft]) async throws -> [Taken] {
        try admission.requireForm(drafts)
        guard waiting.count < Self.mostWaiting else { throw Busy() }
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
            var results: [Result<[Recorded], any Error>] = []
            for (drafts, _) in group {
                do {
                    results.append(.success(try await record(drafts)))
                } catch {
                    results.append(.failure(error))
                }
            }
            let isWanted = results.contains { if case .success = $0 { true } else { false } }
            var signed: Result<LogCheckpoint, any Error>?
            if isWanted {
                do { signed = .success(try await signing()) } catch { signed = .failure(error) }
            }
            for ((_, answer), result) in zip(group, results) {
                do {
                    let recorded = try result.get()
                    guard let checkpoint = try signed?.get() else { throw CancellationError() }
                    var taken: [Taken] = []
                    for one in recorded {
                        let receipt = try await receipt(one.sequence, checkpoint)
                        taken.append(
                            Taken(sequence: one.sequence, isNew: one.isNew, receipt: receipt))
                    }
                    answer.resume(returning: taken)
                } catch {
                    answer.resume(throwing: error)
                }
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

    /// What became of a signed statement.
    private struct Recorded {
        let sequence: Int
        let isNew: Bool
    }

    /// Records what is new of a request, and finds what is on record with the same signature.
    private func record(_ drafts: [Draft]) async throws -> [Recorded] {
        let now = clock()
        let signers = try await ReadSigners.read(location)
        // Signatures first: who has none that counts costs the server nothing else.
        for draft in drafts { try await admission.require(draft, signers, now, ledger) }
        var known: [Draft: Int] = [:]
        var rollouts: [RolloutReference: Set<ContentDigest>] = [:]
        for id in Set(drafts.map(\.statement.rollout.id)) {
            for entry in try await ledger.reading(of: id, asOf: .everything).entries {
                let statement = entry.statement
                known[Draft(statement, signature: entry.signature)] = entry.sequence
                if case .checklistText = statement.body {
                    rollouts[statement.rollout, default: []].insert(statement.checklist)
                }
            }
        }
        try admission.requireTexts(of: drafts, onRecord: rollouts)
        var new: [Draft] = []
        for draft in drafts where known[draft] == nil && !new.contains(draft) { new.append(draft) }
        let made: [Entry]
        do {
            made = try await ledger.append(new, at: now)
        } catch let error as LedgerError {
            guard case .unusableDraft = error.cause else { throw error }
            throw StatementRefusal(.entry, error.description)
        }
        let fresh = Set(made.map(\.sequence))
        for entry in made {
            known[Draft(entry.statement, signature: entry.signature)] = entry.sequence
        }
        var recorded: [Recorded] = []
        for draft in drafts where draft.signature != nil {
            guard let sequence = known[draft] else { continue }
            recorded.append(Recorded(sequence: sequence, isNew: fresh.contains(sequence)))
        }
        return recorded
    }
}
