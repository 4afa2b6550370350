import Attestation
import Foundation
import GRDB
import Rollout

/// Finds out how much of a ledger a reading is about, from a few rows.
struct SQLiteExtent {
    let database: Database
    let location: LedgerLocation

    /// The extent at a point, and what is wrong with the newest entry.
    ///
    /// The newest entry is always looked at: it is the one that can be cut off without a gap.
    func state(at point: ReadingPoint) throws -> LedgerState {
        let tree = try MerkleTree.stored(in: database, location)
        let last = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM entries") ?? 0
        guard last == tree.size else {
            throw LedgerError.damaged(
                location, min(last, tree.size) + 1,
                last < tree.size
                    ? "it is missing; the ledger has \(tree.size) entries"
                    : "it is there, but the ledger has \(tree.size) entries")
        }
        let warnings = try warnings(about: tree)
        let size = try size(at: point, of: tree.size)
        let extent = size == tree.size ? tree.extent : try self.tree(ofSize: size).extent
        return LedgerState(extent: extent, warnings: warnings)
    }

    /// What is wrong with the newest entry; whose it is, its bytes may not say any more.
    private func warnings(about tree: MerkleTree) throws -> [LedgerDamage] {
        guard tree.size > 0 else { return [] }
        do {
            let newest = try EntryRows.entry(at: tree.size, in: database, location)
            let top = try subtree(at: tree.size, height: tree.size.trailingZeroBitCount)
            guard top == tree.peaks.last else {
                return [
                    LedgerDamage(
                        sequence: newest.sequence,
                        reason: "it is not the entry that the ledger's root was made of")
                ]
            }
            return []
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            return [damage]
        }
    }

    /// The number of entries that a point stands for.
    private func size(at point: ReadingPoint, of all: Int) throws -> Int {
        switch point {
        case .everything: return all
        case .entries(let wanted):
            guard (0...all).contains(wanted) else {
                throw LedgerError(location, .fewerEntries(wanted: wanted, size: all))
            }
            return wanted
        case .instant(let instant):
            let size = try size(at: instant, of: all)
            // The times that were searched are those of columns; the two that matter are held
            // against what the entries say.
            for sequence in [size, size + 1] where (1...all).contains(sequence) {
                _ = try EntryRows.entry(at: sequence, in: database, location)
            }
            return size
        }
    }

    /// The greatest sequence whose time is not after an instant; times never run backwards.
    private func size(at instant: Instant, of all: Int) throws -> Int {
        let statement = try database.cachedStatement(
            sql: "SELECT recorded_at FROM entries WHERE sequence = ?")
        func isBy(_ sequence: Int) throws -> Bool {
            guard let time = try Int64.fetchOne(statement, arguments: [sequence]) else {
                throw LedgerError.damaged(location, sequence, "it is missing")
            }
            return time <= instant.milliseconds
        }
        guard try all > 0 && !isBy(all) else { return all }
        // The entry at `low` is by then, the one at `high` is not.
        var low = 0
        var high = all
        while high - low > 1 {
            let middle = (low + high) / 2
            if try isBy(middle) { low = middle } else { high = middle }
        }
        return low
    }

    /// The tree as it was at an earlier size.
    private func tree(ofSize size: Int) throws -> MerkleTree {
        let peaks = try MerkleTree.peaks(ofSize: size)
            .map { try subtree(at: $0.leaf, height: $0.height) }
        // There are as many peaks as the size asks for.
        return MerkleTree(size: size, peaks: peaks) ?? MerkleTree()
    }

    /// The hash of the complete subtree of a height that ends with an entry.
    private func subtree(at sequence: Int, height: Int) throws -> ContentDigest {
        let statement = try database.cachedStatement(
            sql: "SELECT digest, subtrees FROM entries WHERE sequence = ?")
        guard let row = try Row.fetchOne(statement, arguments: [sequence]) else {
            throw LedgerError.damaged(location, sequence, "it is missing")
        }
        let column = height == 0 ? 0 : 1
        guard let digests = DigestBlob.digests(Data.fromDatabaseValue(row[column])),
            let digest = digests.dropFirst(max(0, height - 1)).first
        else {
            throw LedgerError.damaged(location, sequence, "it lacks hashes of the ledger's tree")
        }
        return digest
    }
}
