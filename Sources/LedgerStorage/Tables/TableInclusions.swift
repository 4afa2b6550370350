package import Attestation
import Rollout

/// Makes the proofs of many entries from few readings of the tables.
package struct TableInclusions {
    private let tables: any LedgerTables

    package init(_ tables: any LedgerTables) { self.tables = tables }

    package func run(
        _ sequences: Set<Int>, in size: Int
    ) throws -> [Int: (bytes: [UInt8], proof: InclusionProof)] {
        let location = tables.location
        let tree = try TableExtent(tables: tables).tree()
        for sequence in sequences { try location.require(sequence, of: min(size, tree.size)) }
        try location.require(size, of: tree.size)
        let hashes = try hashes(tree.size) { hashes in
            for sequence in sequences {
                _ = try? hashes.inclusion(of: sequence - 1, in: size)
            }
            _ = try? hashes.extent(at: tree.size)
        }
        return try location.proving(tree.extent, hashes) { hashes in
            var found: [Int: (bytes: [UInt8], proof: InclusionProof)] = [:]
            for run in Self.runs(sequences) {
                for (sequence, bytes) in zip(run, try EntryRows.bytes(of: run, in: tables)) {
                    let proof = try hashes.inclusion(of: sequence - 1, in: size)
                    guard
                        try hashes.subtree(endingAt: sequence, height: 0)
                            == ContentDigest(ofLeaf: bytes)
                    else { throw TreeHashes.Contradiction() }
                    found[sequence] = (bytes, proof)
                }
            }
            return found
        }
    }

    /// The numbers as ranges without gaps.
    private static func runs(_ sequences: Set<Int>) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for sequence in sequences.sorted() {
            if let last = runs.last, last.upperBound + 1 == sequence {
                runs[runs.count - 1] = last.lowerBound...sequence
            } else {
                runs.append(sequence...sequence)
            }
        }
        return runs
    }

    /// The hashes of the tree, those at hand already that a rehearsal asks for.
    private func hashes(_ size: Int, _ rehearse: (TreeHashes) -> Void) throws -> TreeHashes {
        let wanted = Wanted()
        let placeholder = ContentDigest(of: [])
        rehearse(
            TreeHashes(size: size) { leaf, _ in
                wanted.leaves.insert(leaf)
                return placeholder
            })
        let rows = try tables.hashes(at: wanted.leaves.sorted())
        let known = Dictionary(rows.map { ($0.sequence, $0) }) { first, _ in first }
        let extent = TableExtent(tables: tables)
        return TreeHashes(size: size) { leaf, height in
            guard let row = known[leaf] else { return try extent.subtree(at: leaf, height: height) }
            return try extent.hash(in: row, height: height)
        }
    }

    /// Gathers what a rehearsal asks for.
    private final class Wanted {
        var leaves: Set<Int> = []
    }
}
