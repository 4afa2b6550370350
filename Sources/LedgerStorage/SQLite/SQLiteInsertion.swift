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
        }
        guard !new.isEmpty else { return .success([]) }
        let entries: [NewEntry]
        do throws(LedgerError) {
            entries = try newEntries(new.map(\.element), at: request.now)
        } catch {
            return .failure(error)
        }
        return .success(try entries.map { try insert($0) })
    }

    /// An entry that is to be stored.
    private struct NewEntry {
        let draft: PreparedDraft
        let sequence: Int
        let recordedAt: Instant
        let bytes: [UInt8]
    }

    /// The entries as they will be; nothing is stored yet.
    private func newEntries(
        _ drafts: [PreparedDraft], at now: Instant
    ) throws(LedgerError) -> [NewEntry] {
        let newest = head.newest.map { (head.tree.size, $0) }
        let time = try ClockRule.time(now: now, newest: newest, location)
        var entries: [NewEntry] = []
        for (index, draft) in drafts.enumerated() {
            let sequence = head.tree.size + index + 1
            entries.append(
                NewEntry(
                    draft: draft, sequence: sequence, recordedAt: time,
                    bytes: try draft.entryBytes(sequence: sequence, recordedAt: time, location)))
        }
        return entries
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

    private mutating func insert(_ entry: NewEntry) throws -> Entry {
        let digest = ContentDigest(ofLeaf: entry.bytes)
        let subtrees = head.tree.append(digest)
        head.newest = entry.recordedAt
        try database.cachedStatement(sql: "INSERT INTO entries VALUES (?, ?, ?, ?, ?)").execute(
            arguments: [
                entry.sequence, entry.recordedAt.milliseconds, DigestBlob.data([digest]),
                DigestBlob.data(subtrees), Data(entry.bytes),
            ])
        let rollout = entry.draft.statement.rollout.id
        try database.cachedStatement(sql: "INSERT INTO rollout_entries VALUES (?, ?, ?)").execute(
            arguments: [rollout, try ordinal(of: rollout), entry.sequence])
        if let key = TextKey(entry.draft.statement) {
            try database.cachedStatement(sql: "INSERT INTO texts VALUES (?, ?, ?, ?)").execute(
                arguments: key.arguments + [entry.sequence])
        }
        return Entry(
            sequence: entry.sequence, recordedAt: entry.recordedAt,
            statement: entry.draft.statement,
            signature: entry.draft.signature, digest: digest)
    }

    /// The number of the next entry of a rollout, from 1.
    private mutating func ordinal(of rollout: String) throws -> Int {
        let key = Data(rollout.utf8)
        if head.counts[key] == nil {
            let statement = try database.cachedStatement(
                sql: "SELECT max(ordinal) FROM rollout_entries WHERE rollout = ?")
            head.counts[key] = try Int.fetchOne(statement, arguments: [rollout]) ?? 0
        }
        head.counts[key, default: 0] += 1
        return head.counts[key, default: 1]
    }

    /// Writes down how the ledger ends now.
    func finish() throws {
        guard head.tree.size > size else { return }
        try database.cachedStatement(sql: "UPDATE log SET size = ?, peaks = ?").execute(
            arguments: [head.tree.size, DigestBlob.data(head.tree.peaks)])
    }
}
