import Attestation
import Foundation
import GRDB
import Rollout

/// Stores what a transaction adds to a ledger.
struct SQLiteInsertion {
    let database: Database

    func store(_ batch: LedgerBatch) throws {
        guard !batch.entries.isEmpty else { return }
        for new in batch.entries { try insert(new) }
        for grown in batch.grown {
            let sql =
                grown.isNew
                ? "INSERT INTO rollouts (count, link, bucket, rollout) VALUES (?, ?, ?, ?)"
                : "UPDATE rollouts SET count = ?, link = ? WHERE bucket = ? AND rollout = ?"
            try database.cachedStatement(sql: sql).execute(
                arguments: [
                    grown.chain.count, Self.data([grown.chain.link]), grown.bucket, grown.rollout,
                ])
        }
        let head = batch.head
        for index in Set(batch.grown.map(\.bucket)) {
            try database.cachedStatement(sql: "UPDATE buckets SET digest = ? WHERE bucket = ?")
                .execute(arguments: [Self.data([head.chains[index]]), index])
        }
        try database.cachedStatement(sql: "UPDATE log SET size = ?, peaks = ?, previous = ?")
            .execute(
                arguments: [
                    head.tree.size, Self.data(head.tree.peaks),
                    Self.data(head.previous.map { [$0] } ?? []),
                ])
    }

    private func insert(_ new: LedgerBatch.NewEntry) throws {
        let entry = new.entry
        try database.cachedStatement(sql: "INSERT INTO entries VALUES (?, ?, ?, ?, ?)").execute(
            arguments: [
                entry.sequence, entry.recordedAt.milliseconds, Self.data([entry.digest]),
                Self.data(new.subtrees), Data(new.bytes),
            ])
        try database.cachedStatement(sql: "INSERT INTO rollout_entries VALUES (?, ?, ?)").execute(
            arguments: [entry.statement.rollout.id, entry.ordinal, entry.sequence])
        if let text = new.text {
            try database.cachedStatement(sql: "INSERT INTO texts VALUES (?, ?, ?, ?)").execute(
                arguments: text.arguments + [entry.sequence])
        }
        if new.isRestart {
            try database.cachedStatement(sql: "INSERT INTO restarts VALUES (?)").execute(
                arguments: [entry.sequence])
        }
    }

    /// Hashes as the database has them.
    static func data(_ digests: [ContentDigest]) -> Data { Data(DigestBlob.bytes(digests)) }
}
