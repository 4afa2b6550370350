package import Attestation
package import LedgerStorage
package import Rollout

/// Takes statements into the ledger of a server: by their signatures, and by nothing else.
///
/// Those that arrive while a commit is under way share the next one, and the next checkpoint. A statement
/// that the ledger has already is answered with its entry, so that a lost answer doubles nothing.
package actor StatementIntake {
    private let location: LedgerLocation
    private let ledger: any ServedLedger
    private let signing: SignCheckpoint
    private let admission: StatementAdmission
    private let rules: RuleAdmission
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

    /// - Parameters:
    ///   - location: The ledger.
    ///   - place: The key of its log.
    ///   - firstList: Who signs the first list of signers.
    ///   - wholeHistories: How many entries of one rollout stay in memory as a whole.
    ///   - clock: The time of the server.
    package init(
        _ location: LedgerLocation, _ place: LogKeyPlace, firstList: String,
        wholeHistories: Int = 1 << 14, clock: @escaping @Sendable () -> Instant
    ) {
        self.location = location
        admission = StatementAdmission(location: location, firstList: firstList)
        rules = RuleAdmission(location, mostWhole: wholeHistories)
        self.clock = clock
        ledger = location.servedLedger()
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

    /// How many requests wait for their turn.
    package var waitingCount: Int { waiting.count }

    /// Closes the ledger once everything that was taken is answered.
    package func close() async throws {
        while isBusy { try await Task.sleep(for: .milliseconds(10)) }
        try await rules.close()
        try await ledger.close()
    }

    private func work() async {
        while !waiting.isEmpty {
            let group = waiting
            waiting = []
            let results: [Result<[RecordedDraft], any Error>]
            do {
                try await signing.requireUnforked()
                results = await record(group.map(\.drafts))
            } catch {
                results = group.map { _ in .failure(error) }
            }
            let answers = await answers(to: results)
            for ((_, answer), result) in zip(group, answers) { answer.resume(with: result) }
        }
        isBusy = false
    }

    /// What became of each request, whose entries one checkpoint signs.
    private func answers(
        to results: [Result<[RecordedDraft], any Error>]
    ) async -> [Result<[Taken], any Error>] {
        let recorded = results.compactMap { try? $0.get() }.flatMap(\.self)
        guard !recorded.isEmpty else { return results.map { $0.map { _ in [] } } }
        do {
            let signed = try await signing()
            let found = try await ledger.inclusions(
                of: Set(recorded.map(\.sequence)), in: signed.checkpoint.extent.size)
            return results.map { result in
                result.map { recorded in
                    recorded.compactMap { one in
                        found[one.sequence].map { bytes, proof in
                            Taken(
                                sequence: one.sequence, isNew: one.isNew,
                                receipt: TlogProof(
                                    extra: bytes, inclusion: proof, checkpoint: signed.note))
                        }
                    }
                }
            }
        } catch {
            return results.map { $0.flatMap { _ in .failure(error) } }
        }
    }

    /// Records what is new of some requests, and finds what is on record with the same signature.
    private func record(_ requests: [[Draft]]) async -> [Result<[RecordedDraft], any Error>] {
        var results: [Result<[RecordedDraft], any Error>] = []
        // What comes alone is judged by what is on record before it, and what follows is judged by it.
        for part in Self.parts(requests) {
            do {
                results += await record(part, by: try await ReadSigners.read(location))
            } catch {
                results += part.map { _ in .failure(error) }
            }
        }
        return results
    }

    /// The requests in their order: a list of signers, a link or a passkey by itself, and the others together.
    private static func parts(_ requests: [[Draft]]) -> [[[Draft]]] {
        var parts: [[[Draft]]] = []
        for request in requests {
            if let last = parts.last?.last,
                ![last, request].contains(where: StatementAdmission.comesAlone)
            {
                parts[parts.count - 1].append(request)
            } else {
                parts.append([request])
            }
        }
        return parts
    }

    /// Whether one request of several is let in.
    private struct Admitted: Sendable {
        let place: Int
        let result: Result<RuleAdmission.Request, any Error>
    }

    /// Those that are let in share a commit.
    private func record(
        _ requests: [[Draft]], by signers: SignersHistory
    ) async -> [Result<[RecordedDraft], any Error>] {
        let now = clock()
        let admitted = await admitted(requests, by: signers, at: now)
        var results = admitted.map { one in one.map { _ in [RecordedDraft]() } }
        let fit = admitted.indices.filter { (try? admitted[$0].get()) != nil }
        let objections = await rules.objections(
            to: fit.compactMap { try? admitted[$0].get() }, signers, at: now)
        for (place, objection) in zip(fit, objections) {
            if let objection { results[place] = .failure(objection) }
        }
        let judged = zip(fit, objections).filter { $1 == nil }.map(\.0)
        // In the order in which they were judged: a statement counts by those before it.
        let recorded = await ledger.record(judged.map { requests[$0] }, at: now)
        for (place, result) in zip(judged, recorded) {
            results[place] = Self.signed(result, of: requests[place])
        }
        return results
    }

    /// What each request needs whatever stands in the others.
    private func admitted(
        _ requests: [[Draft]], by signers: SignersHistory, at now: Instant
    ) async -> [Result<RuleAdmission.Request, any Error>] {
        await withTaskGroup(of: Admitted.self) { [admission, ledger] group in
            for (place, drafts) in requests.enumerated() {
                group.addTask {
                    do {
                        let authentications = try await admission.require(
                            drafts, signers, now, ledger)
                        return Admitted(
                            place: place,
                            result: .success(
                                RuleAdmission.Request(
                                    drafts: drafts, authentications: authentications)))
                    } catch {
                        return Admitted(place: place, result: .failure(error))
                    }
                }
            }
            var all: [Admitted] = []
            for await one in group { all.append(one) }
            return all.sorted { $0.place < $1.place }.map(\.result)
        }
    }

    /// Where what was signed stands now.
    private static func signed(
        _ result: Result<[RecordedDraft?], any Error>, of drafts: [Draft]
    ) -> Result<[RecordedDraft], any Error> {
        switch result {
        case .success(let recorded):
            return .success(
                zip(drafts, recorded).compactMap { $0.signature == nil ? nil : $1 })
        case .failure(let error as LedgerError): return .failure(StatementRefusal.of(error))
        case .failure(let error): return .failure(error)
        }
    }
}
