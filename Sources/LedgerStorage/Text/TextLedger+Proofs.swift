package import Attestation
import Rollout

extension TextLedger {
    package func entry(at sequence: Int) async throws -> StoredEntry {
        try await thread.run {
            var found: StoredEntry?
            let size = try scan(nil, .everything) { entry, bytes in
                if entry.sequence == sequence {
                    found = StoredEntry(entry: entry, bytes: Array(bytes))
                }
            }.extent.size
            guard let found else {
                throw LedgerError(location, .fewerEntries(wanted: sequence, size: size))
            }
            return found
        }
    }

    package func hashes<Value: Sendable>(
        _ work: @escaping @Sendable (TreeHashes) throws -> Value
    ) async throws -> Value {
        try await thread.run {
            // For each height the complete subtrees, from left to right: twice as many as entries.
            var levels: [[ContentDigest]] = [[]]
            var tree = MerkleTree()
            let extent = try scan(nil, .everything) { entry, _ in
                levels[0].append(entry.digest)
                for (below, hash) in tree.append(entry.digest).enumerated() {
                    if levels.count == below + 1 { levels.append([]) }
                    levels[below + 1].append(hash)
                }
            }.extent
            let hashes = TreeHashes(size: extent.size) { leaf, height in
                levels[height][(leaf >> height) - 1]
            }
            return try location.proving(extent, hashes, work)
        }
    }
}
