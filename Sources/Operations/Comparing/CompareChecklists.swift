package import ChecklistDecoding
package import LedgerStorage
package import Rollout

/// Finds out what an edit of a checklist changes, and what on record counts no longer by it.
package struct CompareChecklists: Sendable {
    private let context: OperationContext
    private let loader: ChecklistLoader

    /// - Parameters:
    ///   - context: Where ledgers are, and what time it is.
    ///   - loader: What reads both texts, for the same target and values.
    package init(_ context: OperationContext, reading loader: ChecklistLoader) {
        self.context = context
        self.loader = loader
    }

    /// Both texts for one target, the same on both sides.
    package struct Pair: Sendable {
        /// Nil where the text does not have the target.
        package let before: LoadedChecklist?
        package let after: LoadedChecklist?
        /// Nil where one of them is not there.
        package let comparison: ChecklistComparison?
        /// Nil where one of them is not there.
        package let record: RecordComparison?
    }

    package struct Outcome: Sendable {
        package let before: LoadedChecklist
        package let after: LoadedChecklist
        /// The ledger that was asked what is on record.
        package let location: LedgerLocation
        /// How many entries it has.
        package let size: Int
        /// The targets of the text after the edit, then those that it no longer has.
        package let pairs: [Pair]
        /// For what else something is on record than what was compared.
        package let otherScopes: [Scope]
    }

    /// Compares two texts.
    ///
    /// What is on record belongs to the second one's place, or where nothing is on record for that
    /// to the first one's: copies of a text may lie anywhere.
    ///
    /// - Parameters:
    ///   - old: A file or a digest; nil is the newest text on record that is another one.
    ///   - new: The same, after the edit.
    /// - Returns: What is different, for each target.
    /// - Throws: `OperationFailure` and `LedgerError`.
    package func callAsFunction(_ old: String?, _ new: String) async throws -> Outcome {
        let after = try await loader.load([new])
        guard let home = after.first else { throw OperationFailure.targetWanted([]) }
        let location = context.location(for: home.source.path)
        if let old, case .path = try? ChecklistSource(old) {
            let before = try await loader.load([old])
            if let other = before.first, try await !isOnRecord(home), try await isOnRecord(other) {
                return try await outcome(
                    before, try await loader.load(new, inPlaceOf: other), self.location(of: other))
            }
        }
        let name = if let old { old } else { try await newestOther(than: home, in: location) }
        let before = try await loader.load(name, inPlaceOf: home)
        return try await outcome(before, after, location)
    }

    /// The text before for one target of a checklist, as if it were kept where that is.
    package func before(
        _ old: String?, _ loaded: LoadedChecklist
    ) async throws -> LoadedChecklist {
        let location = self.location(of: loaded)
        let name = if let old { old } else { try await newestOther(than: loaded, in: location) }
        let before = try await loader.load(name, inPlaceOf: loaded)
        guard let former = before.first(where: { $0.target == loaded.target }) else {
            throw OperationFailure.targetWanted(before.compactMap(\.target))
        }
        return former
    }

    /// Compares what was read with the newest text on record that is another one; nil where there is
    /// none.
    func withRecord(_ after: [LoadedChecklist]) async throws -> Outcome? {
        guard let home = after.first else { throw OperationFailure.targetWanted([]) }
        let location = self.location(of: home)
        let name: String
        do {
            name = try await newestOther(than: home, in: location)
        } catch OperationFailure.noOtherText {
            return nil
        }
        return try await outcome(
            try await loader.load(name, inPlaceOf: home), after, location)
    }

    private func location(of loaded: LoadedChecklist) -> LedgerLocation {
        context.location(for: loaded.source.path)
    }

    private func entries(of loaded: LoadedChecklist) async throws -> [Entry] {
        let ledger = location(of: loaded).ledger()
        let entries = try await ledger.reading(of: loaded.checklist.id, asOf: .everything).entries
        try await ledger.close()
        return entries.filter { $0.statement.rollout == loaded.checklist.rollout }
    }

    private func isOnRecord(_ loaded: LoadedChecklist) async throws -> Bool {
        try await !entries(of: loaded).isEmpty
    }

    /// The digest of the newest text on record that is not the one that is there.
    private func newestOther(
        than loaded: LoadedChecklist, in location: LedgerLocation
    ) async throws -> String {
        let newest = try await entries(of: loaded).last {
            $0.statement.checklist != loaded.checklist.digest
        }
        guard let newest else { throw OperationFailure.noOtherText(location) }
        return newest.statement.checklist.description
    }

    private func outcome(
        _ before: [LoadedChecklist], _ after: [LoadedChecklist], _ location: LedgerLocation
    ) async throws -> Outcome {
        guard let first = before.first, let home = after.first else {
            throw OperationFailure.targetWanted([])
        }
        let ids = Set([first.checklist.id, home.checklist.id]).sorted()
        let ledger = location.ledger()
        var entries: [Entry] = []
        var newest: LedgerState.Newest?
        var size = 0
        for id in ids {
            let reading = try await ledger.reading(of: id, asOf: .everything)
            entries += reading.entries
            newest = reading.state.newest
            size = reading.state.extent.size
        }
        try await ledger.close()
        entries = try await ReadSigners.read(location).authenticate(entries)
        let now = try ClockRule.present(now: context.clock(), newest: newest, location)
        var pairs: [Pair] = []
        for new in after {
            let old = before.first { $0.target == new.target }
            pairs.append(Self.pair(old, new, entries, at: now))
        }
        let gone = before.filter { old in !after.contains { $0.target == old.target } }
        pairs += gone.map { Self.pair($0, nil, entries, at: now) }
        return Outcome(
            before: first, after: home, location: location, size: size, pairs: pairs,
            otherScopes: Self.otherScopes(entries, of: home.checklist.rollout, beside: pairs))
    }

    private static func pair(
        _ old: LoadedChecklist?, _ new: LoadedChecklist?, _ entries: [Entry], at now: Instant
    ) -> Pair {
        guard let old, let new else {
            return Pair(before: old, after: new, comparison: nil, record: nil)
        }
        return Pair(
            before: old, after: new,
            comparison: ChecklistComparison(from: old.checklist, to: new.checklist),
            record: RecordComparison(
                from: old.checklist.assessment(of: entries, asOf: now),
                to: new.checklist.assessment(of: entries, asOf: now)))
    }

    /// What was said for other targets or values, each once, in the order of the ledger.
    private static func otherScopes(
        _ entries: [Entry], of rollout: RolloutReference, beside pairs: [Pair]
    ) -> [Scope] {
        let checklists = pairs.flatMap { [$0.before, $0.after] }.compactMap { $0?.checklist }
        var seen: Set<Scope> = []
        return entries.map(\.statement).filter { statement in
            statement.rollout == rollout
                && ![.checklistText, .approval].contains(statement.body.kind)
                && checklists.allSatisfy { $0.foreignness(of: statement) != nil }
                && seen.insert(statement.scope).inserted
        }
        .map(\.scope)
    }
}
