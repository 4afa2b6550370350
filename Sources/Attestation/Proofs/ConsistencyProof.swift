import Characters
package import Rollout

/// The hashes that show one tree to be the beginning of another one (RFC 9162 section 2.1.4).
package struct ConsistencyProof: Hashable, Sendable {
    package let hashes: [ContentDigest]

    package init(hashes: [ContentDigest]) {
        self.hashes = hashes
    }

    /// Whether the new tree begins with the whole old one.
    package func proves(_ new: LedgerExtent, extends old: LedgerExtent) -> Bool {
        guard old.size > 0, old.size < new.size else {
            // Every tree begins with the empty one, of which there is one.
            let isKnown = old.size == new.size ? old == new : old == .empty
            return isKnown && hashes.isEmpty
        }
        // The old root begins the way where the old tree is one complete subtree.
        var rest = hashes[...]
        guard let first = old.size.nonzeroBitCount == 1 ? old.root : rest.popFirst() else {
            return false
        }
        var climb = TreeClimb(old.size - 1, of: new.size)
        climb.skipRightNodes()
        var (oldRoot, newRoot) = (first, first)
        for hash in rest {
            guard let isRight = climb.step() else { return false }
            if isRight {
                oldRoot = MerkleTree.node(hash, oldRoot)
                newRoot = MerkleTree.node(hash, newRoot)
            } else {
                newRoot = MerkleTree.node(newRoot, hash)
            }
        }
        return climb.isAtRoot && oldRoot == old.root && newRoot == new.root
    }

    /// A proof in the lines that a witness is sent (c2sp.org/tlog-witness): the old size, and the
    /// hashes in base64.
    package func text(from old: Int) -> String {
        "old \(old)\n" + hashes.map { Base64.text($0.bytes) + "\n" }.joined()
    }

    /// Reads these lines: the old size and the proof.
    package static func read(
        _ bytes: some Collection<UInt8>
    ) throws(NoteError) -> (old: Int, proof: ConsistencyProof) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty ?? false, let first = lines.first,
            first.starts(with: "old ".utf8), let old = Int(digits: first.dropFirst(4))
        else { throw .proof(line: 1) }
        return (old, ConsistencyProof(hashes: try ProofLines.hashes(lines[1...])))
    }
}
