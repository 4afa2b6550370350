import Attestation
package import Rollout

/// A ledger in a text file, as the entries of another ledger were exported: it is only read.
///
/// One entry in canonical JSON per line, each ended by a line feed, in the order of the ledger. The
/// whole file is read and verified, whatever part of it is asked for.
package struct TextLedger: Ledger {
    package let location: LedgerLocation
    let thread = LedgerThread()

    package init(_ location: LedgerLocation) {
        self.location = location
    }

    package func append(_ drafts: [Draft], at now: Instant) async throws -> [Entry] {
        guard !drafts.isEmpty else { return [] }
        throw LedgerError(location, .readOnlyFormat)
    }

    package func reading(
        of rollout: String?, asOf point: ReadingPoint
    ) async throws -> LedgerReading {
        try await thread.run {
            var entries: [Entry] = []
            let state = try scan(rollout, point) { entry, _ in entries.append(entry) }
            return LedgerReading(entries: entries, state: state)
        }
    }

    package func readings(
        of rollouts: [String], asOf point: ReadingPoint
    ) async throws -> [Result<LedgerReading, LedgerError>] {
        var readings: [Result<LedgerReading, LedgerError>] = []
        for rollout in rollouts {
            do {
                readings.append(.success(try await reading(of: rollout, asOf: point)))
            } catch let error as LedgerError {
                readings.append(.failure(error))
            }
        }
        return readings
    }

    package func entries(
        of rollout: String?, asOf point: ReadingPoint,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws -> LedgerState {
        try await thread.run {
            try scan(rollout, point) { entry, bytes in
                try each(StoredEntry(entry: entry, bytes: Array(bytes)))
            }
        }
    }

    package func texts(withDigestPrefix digits: String) async throws -> [StoredText] {
        try await thread.run {
            var texts: [StoredText] = []
            _ = try scan(nil, .everything) { entry, _ in
                guard entry.statement.checklist.hex.hasPrefix(digits) else { return }
                do {
                    if let text = try StoredText(entry, location.content) { texts.append(text) }
                } catch let error as ContentError {
                    throw LedgerError(location, .content(error))
                }
            }
            return texts.sorted {
                ($0.digest, $0.entry.sequence) < ($1.digest, $1.entry.sequence)
            }
        }
    }

    package func verify(
        _ report: @escaping @Sendable (LedgerDamage) -> Void,
        each: @escaping @Sendable (Entry, _ expected: Int) -> Void
    ) async throws -> LedgerExtent {
        try await thread.run {
            do {
                var decisions: [Entry] = []
                let extent = try scan(nil, .everything) { entry, _ in
                    each(entry, 0)
                    if entry.statement.body.kind == .decision { decisions.append(entry) }
                }.extent
                try check(decisions, report)
                return extent
            } catch let error as LedgerError {
                guard case .damaged(let damage) = error.cause else { throw error }
                // What comes behind it cannot be told apart from it.
                report(damage)
                return .empty
            }
        }
    }

    /// Reports the decisions that name another ledger than the one that they stand in.
    private func check(_ decisions: [Entry], _ report: (LedgerDamage) -> Void) throws {
        guard !decisions.isEmpty else { return }
        let made = decisions.compactMap { entry -> (entry: Entry, extent: LedgerExtent)? in
            guard case .decision(let decision) = entry.statement.body else { return nil }
            return (entry, decision.ledger)
        }
        let wanted = Set(made.map(\.extent.size))
        var roots = [0: LedgerExtent.empty.root]
        var tree = MerkleTree()
        _ = try scan(nil, .everything) { entry, _ in
            tree.append(entry.digest, height: 0)
            if wanted.contains(tree.size) { roots[tree.size] = tree.root }
        }
        for (entry, extent) in made
        where extent.size >= entry.sequence || roots[extent.size] != extent.root {
            report(.decision(entry))
        }
    }

    package func close() async throws {}

    /// Goes through the file, and hands over what belongs to the rollout and the point.
    func scan(
        _ rollout: String?, _ point: ReadingPoint,
        _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> LedgerState {
        // Which entry is the last one by an instant shows at the end: a correction may follow one
        // that was ahead.
        if case .instant(let instant) = point {
            var size = 0
            _ = try scan(nil, .everything) { entry, _ in
                if entry.recordedAt <= instant { size = entry.sequence }
            }
            return try scan(rollout, .entries(size), each)
        }
        var verification = EntryVerification(location, isWhole: true)
        var lines = try TextLines(location)
        var texts: Set<TextKey> = []
        var tally = RolloutTally()
        var tree = MerkleTree()
        var extent = tree
        var newest: LedgerState.Newest?
        var sequence = 0
        while let line = try lines.next() {
            sequence += 1
            try line.withUnsafeBufferPointer { bytes in
                let digest = ContentDigest(ofLeaf: bytes)
                let entry = try verification.entry(at: sequence, bytes, digest: digest)
                if let key = TextKey(entry.statement), !texts.insert(key).inserted {
                    throw verification.damage(sequence, "it repeats the text of a checklist")
                }
                if let reason = tally.objection(to: entry) {
                    throw verification.damage(sequence, reason)
                }
                tree.append(digest, height: 0)
                newest = LedgerState.Newest(entry)
                if case .entries(let size) = point, sequence > size { return }
                extent = tree
                if rollout.map({ $0.utf8.elementsEqual(entry.statement.rollout.id.utf8) }) ?? true {
                    try each(entry, bytes)
                }
            }
        }
        if case .entries(let wanted) = point, wanted != extent.size {
            throw LedgerError(location, .fewerEntries(wanted: wanted, size: tree.size))
        }
        return LedgerState(extent: extent.extent, newest: newest, isUnverifiedCopy: true)
    }
}
