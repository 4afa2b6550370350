package import Attestation
import GRDB
package import Rollout

extension SQLiteLedger {
    package func entry(at sequence: Int) async throws -> StoredEntry {
        try await read { [location] database in
            let size = try TableExtent(tables: SQLiteTables(database, location)).tree().size
            try location.require(sequence, of: size)
            return try EntryRows.one(at: sequence, in: SQLiteTables(database, location)) {
                entry, bytes in
                StoredEntry(entry: entry, bytes: Array(bytes))
            }
        } ?? location.noEntry(at: sequence)
    }

    package func extent() async throws -> LedgerExtent {
        try await read { [location] database in
            try TableExtent(tables: SQLiteTables(database, location)).told()
        } ?? .empty
    }

    package func subtrees(
        endingAt leaves: [Int], height: Int
    ) async throws -> [ContentDigest] {
        try await read { [location] database in
            let tables = SQLiteTables(database, location)
            let size = try TableExtent(tables: tables).tree().size
            for leaf in leaves { try location.require(leaf, of: size) }
            return try TableHashes(tables, size).subtrees(endingAt: leaves, height: height)
        } ?? []
    }

    package func inclusions(
        of sequences: Set<Int>, in size: Int
    ) async throws -> [Int: (bytes: [UInt8], proof: InclusionProof)] {
        guard !sequences.isEmpty else { return [:] }
        return try await read { [location] database in
            try TableInclusions(SQLiteTables(database, location)).run(sequences, in: size)
        } ?? location.noInclusions(in: size)
    }

    package func hashes<Value: Sendable>(
        _ work: @escaping @Sendable (TreeHashes) throws -> Value
    ) async throws -> Value {
        try await read { [location] database in
            let extent = TableExtent(tables: SQLiteTables(database, location))
            let tree = try extent.tree()
            let hashes = TreeHashes(size: tree.size) { try extent.subtree(at: $0, height: $1) }
            return try location.proving(tree.extent, hashes, work)
        } ?? work(.empty)
    }
}

extension LedgerLocation {
    /// Checks that there is an entry at a sequence.
    package func require(_ sequence: Int, of size: Int) throws(LedgerError) {
        guard sequence >= 1, sequence <= size else {
            throw LedgerError(self, .fewerEntries(wanted: sequence, size: size))
        }
    }

    /// What is thrown where there is no ledger yet.
    func noEntry(at sequence: Int) throws(LedgerError) -> StoredEntry {
        throw LedgerError(self, .fewerEntries(wanted: sequence, size: 0))
    }

    /// The same for several entries.
    func noInclusions(
        in size: Int
    ) throws(LedgerError) -> [Int: (bytes: [UInt8], proof: InclusionProof)] {
        throw LedgerError(self, .fewerEntries(wanted: size, size: 0))
    }

    /// Does the work with hashes that lead to the root; what contradicts itself is damage.
    package func proving<Value>(
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
