import Attestation
package import ChecklistDecoding
package import LedgerStorage
import Rollout

/// Judges checklists by their ledgers.
package struct JudgeRollouts: Sendable {
    private let context: OperationContext
    private let point: JudgementPoint

    package init(_ context: OperationContext, at point: JudgementPoint = .now) {
        self.context = context
        self.point = point
    }

    /// What became of one checklist: a ledger that cannot be read takes no other one down.
    package struct Outcome: Sendable {
        package let loaded: LoadedChecklist
        package let result: Result<JudgedRollout, LedgerError>
    }

    /// One outcome for each checklist, in their order.
    ///
    /// The targets of one checklist are judged by one reading of the ledger, so that all of them
    /// stand on the same entries.
    package func outcomes(_ loaded: [LoadedChecklist]) async throws -> [Outcome] {
        let now = context.clock()
        var outcomes: [Outcome] = []
        var last: (source: Source, result: Result<Reading, LedgerError>)?
        for checklist in loaded {
            let source = source(of: checklist, now)
            let known = last?.source == source ? last?.result : nil
            let reading = if let known { known } else { try await read(source) }
            last = (source, reading)
            let isOnRecord = try await isOnRecord(checklist, in: source.location, reading)
            let result = reading.flatMap { reading in
                Result { () throws(LedgerError) in
                    try judged(checklist, source, reading, isOnRecord, now)
                }
            }
            outcomes.append(Outcome(loaded: checklist, result: result))
        }
        return outcomes
    }

    /// Judges one checklist.
    package func judge(_ loaded: LoadedChecklist) async throws -> JudgedRollout {
        let now = context.clock()
        let source = source(of: loaded, now)
        let reading = try await read(source)
        let isOnRecord = try await isOnRecord(loaded, in: source.location, reading)
        return try judged(loaded, source, try reading.get(), isOnRecord, now)
    }

    /// Whether the ledger keeps the text; asked beyond the entries only where they do not say.
    private func isOnRecord(
        _ loaded: LoadedChecklist, in location: LedgerLocation,
        _ reading: Result<Reading, LedgerError>
    ) async throws -> Bool {
        guard case .success(let found) = reading else { return false }
        let checklist = loaded.checklist
        func keeps(_ statement: Statement) -> Bool {
            statement.body.kind == .checklistText && statement.checklist == checklist.digest
                && statement.rollout == checklist.rollout
        }
        if found.ledger.entries.contains(where: { keeps($0.statement) }) { return true }
        guard found.later > 0 else { return false }
        let ledger = location.ledger()
        let texts = try await ledger.texts(matching: checklist.digest.hex)
        try await ledger.close()
        return texts.contains { keeps($0.entry.statement) }
    }

    /// What is read of which ledger.
    private struct Source: Equatable {
        let location: LedgerLocation
        /// The id of the checklist.
        let rollout: String
        let point: ReadingPoint
    }

    /// What was read, and how many entries of the ledger are behind it.
    private struct Reading {
        let ledger: LedgerReading
        /// The entries of the rollout, authenticated.
        let entries: [Entry]
        let signers: SignersHistory
        let later: Int
    }

    private func source(of loaded: LoadedChecklist, _ now: Instant) -> Source {
        Source(
            location: context.location(for: loaded.source.path), rollout: loaded.checklist.id,
            point: point.reading(in: loaded.checklist.zone, now: now))
    }

    private func read(_ source: Source) async throws -> Result<Reading, LedgerError> {
        let ledger = source.location.ledger()
        do {
            let reading = try await ledger.reading(of: source.rollout, asOf: source.point)
            let size =
                source.point == .everything
                ? reading.state.extent.size
                : try await ledger.reading(of: "", asOf: .everything).state.extent.size
            try await ledger.close()
            // Also where nothing is signed: the list says which names are one person.
            let signers = try await ReadSigners.read(
                source.location, upTo: reading.state.extent.size)
            return .success(
                Reading(
                    ledger: reading, entries: await signers.authenticate(reading.entries),
                    signers: signers, later: size - reading.state.extent.size))
        } catch let error as LedgerError {
            return .failure(error)
        }
    }

    /// The text that an entry recorded; nil where it cannot be shown any more, which is told apart.
    private static func text(_ entry: Entry, _ content: ContentStore) -> MovedDates.Text? {
        guard let stored = try? StoredText(entry, content) else { return nil }
        return MovedDates.Text(bytes: Array(stored.text.utf8), sets: stored.setBytes)
    }

    /// Refused where the present is asked for and the newest entry, of this rollout or of any other
    /// one, is from a later time than it can be.
    private func judged(
        _ loaded: LoadedChecklist, _ source: Source, _ reading: Reading,
        _ isTextOnRecord: Bool, _ now: Instant
    ) throws(LedgerError) -> JudgedRollout {
        let checklist = loaded.checklist
        let named = point.asOf.named(in: checklist.zone)
        // A clock that is a little behind must not call the present of another one a forecast.
        let isAhead = named.map { $0 > now.advanced(by: ClockRule.tolerance) } ?? false
        let instant =
            if let named { named } else {
                try ClockRule.present(
                    now: now, newest: reading.ledger.state.newest, source.location)
            }
        let assessment = checklist.assessment(of: reading.entries, asOf: instant)
        // An entry that is ahead does not count yet, and it may be a no.
        if point.asOf == .now, let last = assessment.entries.last {
            let newest = LedgerState.Newest(last.sequence, last.recordedAt)
            _ = try ClockRule.present(now: now, newest: newest, source.location)
        }
        var files = KeptFiles()
        for entry in assessment.entries { files.add(entry) }
        let missing = files.damages(in: source.location.content)
        return JudgedRollout(
            loaded: loaded, location: source.location, signers: reading.signers,
            state: reading.ledger.state,
            later: reading.later, isForecast: point.isForecast || isAhead,
            isTextOnRecord: isTextOnRecord,
            assessment: assessment.withoutFiles(of: Set(missing.map(\.entry)).sorted()),
            missing: missing,
            movedDates: MovedDates.all(in: assessment.entries, for: loaded) { entry in
                Self.text(entry, source.location.content)
            })
    }
}
