import Attestation
import Foundation
import GRDB
import Rollout

/// The insertions of one transaction.
struct SQLiteInsertion {
    private let database: Database
    private let location: LedgerLocation
    private let size: Int
    private(set) var head: SQLiteHead
    /// How many entries the rollouts of this transaction had before it.
    private var earlier: [[UInt8]: Int] = [:]

    init(_ database: Database, _ location: LedgerLocation, _ head: SQLiteHead) throws {
        self.database = database
        self.location = location
        self.head = head
        size = head.tree.size
    }

    /// Stores the drafts of one request, or none of them where they cannot be stored.
    ///
    /// Throws what has nothing to do with this request, such as a full disk.
    mutating func append(_ request: AppendRequest) throws -> Result<[Entry], LedgerError> {
        let new = try request.drafts.enumerated().filter { index, draft in
            try !isKnownText(draft, among: request.drafts[..<index])
        }.map(\.element)
        guard let first = new.first else { return .success([]) }
        let time: Instant
        do throws(LedgerError) {
            time = try ClockRule.present(now: request.now, newest: head.newest, location)
        } catch {
            guard try isForAnEntryAhead(first, request.now) else { return .failure(error) }
            time = request.now
        }
        let before = head
        var entries: [NewEntry] = []
        for draft in new {
            do throws(LedgerError) {
                entries.append(try entry(draft, time))
            } catch {
                head = before
                return .failure(error)
            }
        }
        return .success(try entries.map { try insert($0) })
    }

    /// Stores an entry as another ledger made it.
    mutating func adopt(_ bytes: [UInt8]) throws {
        let sequence = head.tree.size + 1
        let entry: Entry
        do {
            entry = try Entry(canonicalBytes: bytes)
        } catch {
            throw LedgerError.damaged(location, sequence, "\(error)")
        }
        let draft = try PreparedDraft(
            Draft(entry.statement, signature: entry.signature), location)
        let new = try self.entry(draft, entry.recordedAt)
        guard new.bytes == bytes, try !isKnownText(draft, among: []) else {
            throw LedgerError.damaged(
                location, sequence, "it is not what a ledger makes of its statement")
        }
        _ = try insert(new)
    }

    /// Whether a draft corrects an entry that is ahead of the clock: this is what may be said although
    /// one of two clocks is wrong.
    private func isForAnEntryAhead(_ draft: PreparedDraft, _ now: Instant) throws -> Bool {
        guard case .correction(let correction) = draft.statement.body,
            (1...head.tree.size).contains(correction.entry.sequence)
        else { return false }
        let entry = try EntryRows.entry(
            at: correction.entry.sequence, in: database, location)
        return entry.digest == correction.entry.digest
            && entry.recordedAt > now.advanced(by: ClockRule.tolerance)
    }

    /// An entry that is to be stored.
    private struct NewEntry {
        let draft: PreparedDraft
        let entry: Entry
        let bytes: [UInt8]
        let subtrees: [ContentDigest]
        /// Whether it is from an earlier time than the entry before it.
        let isRestart: Bool
    }

    /// The entry as it will be, which the head follows; nothing is stored yet.
    private mutating func entry(
        _ draft: PreparedDraft, _ time: Instant
    ) throws(LedgerError) -> NewEntry {
        let sequence = head.tree.size + 1
        let rollout = Array(draft.statement.rollout.id.utf8)
        let before = try chain(of: rollout)
        let ordinal = before.count + 1
        let rollouts = head.chains.root
        let bytes = try draft.entryBytes(
            sequence: sequence, recordedAt: time, ordinal: ordinal, rollouts: rollouts, location)
        let digest = ContentDigest(ofLeaf: bytes)
        let isRestart = head.newest.map { $0.recordedAt > time } ?? false
        head.newest = LedgerState.Newest(sequence, time)
        head.previous = before.link
        append(digest, to: before, of: rollout)
        return NewEntry(
            draft: draft,
            entry: Entry(
                sequence: sequence, recordedAt: time, ordinal: ordinal, rollouts: rollouts,
                statement: draft.statement, signature: draft.signature, digest: digest),
            bytes: bytes, subtrees: head.tree.append(digest), isRestart: isRestart)
    }

    /// The chain of a rollout so far.
    private mutating func chain(of rollout: [UInt8]) throws(LedgerError) -> RolloutChain {
        let index = RolloutBucket.index(of: rollout)
        if let bucket = head.buckets[index] { return bucket[rollout] }
        do {
            let bucket = try SQLiteChains(database: database, location: location).bucket(index)
            head.buckets[index] = bucket
            return bucket[rollout]
        } catch {
            throw LedgerError(error, location)
        }
    }

    /// Makes the chain of a rollout one link longer.
    private mutating func append(
        _ leaf: ContentDigest, to before: RolloutChain, of rollout: [UInt8]
    ) {
        let index = RolloutBucket.index(of: rollout)
        var chain = before
        chain.append(leaf)
        head.buckets[index]?[rollout] = chain
        if let bucket = head.buckets[index] { head.chains[index] = bucket.digest }
        if earlier[rollout] == nil { earlier[rollout] = before.count }
    }

    /// Whether the draft is the text of a checklist that is there for its rollout and place.
    private func isKnownText(
        _ draft: PreparedDraft, among earlier: ArraySlice<PreparedDraft>
    ) throws -> Bool {
        guard let key = TextKey(draft.statement) else { return false }
        if earlier.contains(where: { TextKey($0.statement) == key }) { return true }
        let statement = try database.cachedStatement(
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM texts WHERE digest = ? AND rollout = ? AND place = ?
                )
                """)
        return try Bool.fetchOne(statement, arguments: key.arguments) ?? false
    }

    private func insert(_ new: NewEntry) throws -> Entry {
        let entry = new.entry
        try database.cachedStatement(sql: "INSERT INTO entries VALUES (?, ?, ?, ?, ?)").execute(
            arguments: [
                entry.sequence, entry.recordedAt.milliseconds, DigestBlob.data([entry.digest]),
                DigestBlob.data(new.subtrees), Data(new.bytes),
            ])
        try database.cachedStatement(sql: "INSERT INTO rollout_entries VALUES (?, ?, ?)").execute(
            arguments: [entry.statement.rollout.id, entry.ordinal, entry.sequence])
        if let key = TextKey(entry.statement) {
            try database.cachedStatement(sql: "INSERT INTO texts VALUES (?, ?, ?, ?)").execute(
                arguments: key.arguments + [entry.sequence])
        }
        if new.isRestart {
            try database.cachedStatement(sql: "INSERT INTO restarts VALUES (?)").execute(
                arguments: [entry.sequence])
        }
        return entry
    }

    /// Writes down how the ledger ends now.
    func finish() throws {
        guard head.tree.size > size else { return }
        for (rollout, before) in earlier {
            let index = RolloutBucket.index(of: rollout)
            let text = String(decoding: rollout, as: UTF8.self)
            // A request that was refused may have made it longer and taken it back.
            guard let chain = head.buckets[index]?[rollout], chain.count > before else { continue }
            let sql =
                before == 0
                ? "INSERT INTO rollouts (count, link, bucket, rollout) VALUES (?, ?, ?, ?)"
                : "UPDATE rollouts SET count = ?, link = ? WHERE bucket = ? AND rollout = ?"
            try database.cachedStatement(sql: sql).execute(
                arguments: [chain.count, DigestBlob.data([chain.link]), index, text])
        }
        for index in Set(earlier.keys.map { RolloutBucket.index(of: $0) }) {
            try database.cachedStatement(sql: "UPDATE buckets SET digest = ? WHERE bucket = ?")
                .execute(arguments: [DigestBlob.data([head.chains[index]]), index])
        }
        try database.cachedStatement(sql: "UPDATE log SET size = ?, peaks = ?, previous = ?")
            .execute(
                arguments: [
                    head.tree.size, DigestBlob.data(head.tree.peaks),
                    DigestBlob.data(head.previous.map { [$0] } ?? []),
                ])
    }
}
