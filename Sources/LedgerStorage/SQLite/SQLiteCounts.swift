import Attestation
import Foundation
import GRDB
import Rollout

/// How many entries each rollout has, as the tables `rollouts` and `buckets` have it.
struct SQLiteCounts {
    let database: Database
    let location: LedgerLocation

    /// The hashes over all rollouts.
    func hashes() throws -> RolloutCounts {
        let statement = try database.cachedStatement(
            sql: "SELECT digest FROM buckets ORDER BY bucket")
        let digests = try Data.fetchAll(statement).compactMap { ContentDigest(bytes: $0) }
        guard let counts = RolloutCounts(buckets: digests) else {
            throw LedgerError.damaged(location, nil, "it lacks the hashes over its rollouts")
        }
        return counts
    }

    /// The rollouts of a bucket.
    func bucket(_ index: Int) throws -> RolloutBucket {
        let statement = try database.cachedStatement(
            sql: "SELECT CAST(rollout AS BLOB), count FROM rollouts WHERE bucket = ?")
        var bucket = RolloutBucket()
        let rows = try Row.fetchCursor(statement, arguments: [index])
        while let row = try rows.next() {
            guard let rollout = Data.fromDatabaseValue(row[0]),
                let count = Int.fromDatabaseValue(row[1])
            else { throw damage("holds values of the wrong type") }
            bucket.set(Array(rollout), to: count)
        }
        return bucket
    }

    /// The number of entries of a rollout, proved by what the newest entry says of all of them.
    ///
    /// Where the newest entry is damaged, which is told by itself, it is the number that the tables
    /// agree on.
    func count(of rollout: String, newest: Entry?) throws -> Int {
        let counts = try hashes()
        guard newest.map({ $0.rollouts == counts.root }) ?? true else {
            throw damage("is not the one that its newest entry names")
        }
        let bytes = Array(rollout.utf8)
        let index = RolloutBucket.index(of: bytes)
        let bucket = try bucket(index)
        guard bucket.digest == counts[index] else {
            throw damage("does not have the hash that was stored with it")
        }
        return bucket.count(of: bytes)
    }

    private func damage(_ reason: String) -> LedgerError {
        .damaged(location, nil, "its table of how many entries each rollout has \(reason)")
    }
}
