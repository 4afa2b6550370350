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
    /// All that are judged by one ledger are judged by one reading of it, so that they stand on the
    /// same entries.
    package func outcomes(_ loaded: [LoadedChecklist]) async throws -> [Outcome] {
        let now = context.clock()
        let locations = context.locations(for: loaded.map(\.source.path))
        let sources = zip(loaded, locations).map { source(of: $0, in: $1, now) }
        let readings = try await readings(of: sources)
        var isOnRecord: [Bool] = []
        for ((checklist, source), reading) in zip(zip(loaded, sources), readings) {
            isOnRecord.append(try await self.isOnRecord(checklist, in: source.location, reading))
        }
        return await AllProcessors.map(Array(loaded.indices), share: 8) { [isOnRecord] place in
            let result = readings[place].flatMap { reading in
                Result { () throws(LedgerError) in
                    try judged(loaded[place], sources[place], reading, isOnRecord[place], now)
                }
            }
            return Outcome(loaded: loaded[place], result: result)
        }
    }

    /// Judges one checklist.
    package func judge(_ loaded: LoadedChecklist) async throws -> JudgedRollout {
        try await outcomes([loaded])[0].result.get()
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
    private struct Source: Hashable {
        let extent: Extent
        /// The id of the checklist.
        let rollout: String

        var location: LedgerLocation { extent.location }
    }

    /// How much is read of a ledger.
    private struct Extent: Hashable {
        let location: LedgerLocation
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

    private func source(
        of loaded: LoadedChecklist, in location: LedgerLocation, _ now: Instant
    ) -> Source {
        let point = point.reading(in: loaded.checklist.zone, now: now)
        return Source(
            extent: Extent(location: location, point: point), rollout: loaded.checklist.id)
    }

    /// One reading for each source, in their order.
    private func readings(
        of sources: [Source]
    ) async throws -> [Result<Reading, LedgerError>] {
        let together = Dictionary(grouping: Set(sources), by: \.extent)
        var readings: [Source: Result<Reading, LedgerError>] = [:]
        for source in sources where readings[source] == nil {
            let own = together[source.extent, default: []]
            for (source, reading) in zip(own, try await read(own.map(\.rollout), source.extent)) {
                readings[source] = reading
            }
        }
        return sources.compactMap { readings[$0] }
    }

    private func read(
        _ rollouts: [String], _ extent: Extent
    ) async throws -> [Result<Reading, LedgerError>] {
        let ledger = extent.location.ledger()
        do {
            // Also where nothing is signed: the list says which names are one person.
            let found = try await ledger.readings(
                of: [SignersRecord.rollout.id] + rollouts, asOf: extent.point)
            let all =
                extent.point == .everything
                ? nil : try await ledger.reading(of: "", asOf: .everything).state.extent.size
            try await ledger.close()
            let lists = Result {
                try ReadSigners.history(try found[0].get().entries, extent.location)
            }
            let readings = await AllProcessors.map(Array(found.dropFirst()), share: 8) { result in
                await Self.reading(result, lists, all)
            }
            return try readings.map { reading in
                do {
                    return .success(try reading.get())
                } catch let error as LedgerError {
                    return .failure(error)
                }
            }
        } catch let error as LedgerError {
            return rollouts.map { _ in .failure(error) }
        }
    }

    /// What was read of one rollout, authenticated; `all` is how many entries the ledger has, nil where
    /// all of them were read.
    private static func reading(
        _ result: Result<LedgerReading, LedgerError>, _ lists: Result<SignersHistory, any Error>,
        _ all: Int?
    ) async -> Result<Reading, any Error> {
        do {
            let reading = try result.get()
            let signers = try lists.get()
            let size = reading.state.extent.size
            return .success(
                Reading(
                    ledger: reading, entries: await signers.authenticate(reading.entries),
                    signers: signers, later: (all ?? size) - size))
        } catch {
            return .failure(error)
        }
    }

    /// The text that an entry recorded; nil where it cannot be shown any more, which is told apart.
    private static func text(_ entry: Entry, _ content: ContentStore) -> FormerTexts.Text? {
        guard let stored = try? StoredText(entry, content) else { return nil }
        return FormerTexts.Text(bytes: Array(stored.text.utf8), sets: stored.setBytes)
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
            assessment: assessment.withoutFiles(
                of: Set(missing.map(\.entry)).sorted(), all: Set(missing.flatMap(\.entries)),
                among: reading.entries),
            missing: missing,
            formerTexts: FormerTexts(in: assessment.entries, for: loaded) { entry in
                Self.text(entry, source.location.content)
            })
    }
}
