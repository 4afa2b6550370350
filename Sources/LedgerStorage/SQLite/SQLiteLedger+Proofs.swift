package import Attestation
import GRDB
import Rollout

extension SQLiteLedger {
    package func entry(at sequence: Int) async throws -> StoredEntry {
        try await read { [location] database in
            let size = try SQLiteExtent(database: database, location: location).tree().size
            try location.require(sequence, of: size)
            return try EntryRows.one(at: sequence, in: database, location) { entry, bytes in
                StoredEntry(entry: entry, bytes: Array(bytes))
            }
        } ?? location.noEntry(at: sequence)
    }

    package func hashes<Value: Sendable>(
        _ work: @escaping @Sendable (TreeHashes) throws -> Value
    ) async throws -> Value {
        try await read { [location] database in
            let extent = SQLiteExtent(database: database, location: location)
            let tree = try extent.tree()
            let hashes = TreeHashes(size: tree.size) { try extent.subtree(at: $0, height: $1) }
            return try location.proving(tree.extent, hashes, work)
        } ?? work(.empty)
    }
}

extension LedgerLocation {
    /// Checks that there is an entry at a sequence.
    func require(_ sequence: Int, of size: Int) throws(LedgerError) {
        guard sequence >= 1, sequence <= size else {
            throw LedgerError(self, .fewerEntries(wanted: sequence, size: size))
        }
    }

    /// What is thrown where there is no ledger yet.
    func noEntry(at sequence: Int) throws(LedgerError) -> StoredEntry {
        throw LedgerError(self, .fewerEntries(wanted: sequence, size: 0))
    }

    /// Does the work with hashes that lead to the root; what contradicts itself is damage.
    func proving<Value>(
        _ whole: LedgerExtent, _ hashes: TreeHashes, _ work: (TreeHashes) throws -> Value
    ) throws -> Value {
        do {
            guard try hashes.extent(at: whole.size) == whole else {
                throw TreeHashes.Contradiction()
            }
            return try work(hashes)
        } catch is TreeHashes.Contradiction {
            throw LedgerError.damaged(self, nil, "its hashes of the tree contradict each other")
        }
    }
}
