package import Rollout

/// The rollouts that share the first byte of the SHA-256 of their ids, and the chain of each.
package struct RolloutBucket: Hashable, Sendable {
    /// One rollout of a bucket.
    private struct Row: Hashable {
        /// The UTF-8 of its id: two spellings are two rollouts.
        let rollout: [UInt8]
        var chain: RolloutChain
    }

    /// In the order of their bytes.
    private var rows: [Row] = []

    package init() {}

    /// The bucket of a rollout, from 0 to 255.
    package static func index(of rollout: [UInt8]) -> Int {
        Int(ContentDigest(of: rollout).firstByte)
    }

    /// The chain of a rollout: the empty one where it has no entries.
    ///
    /// A rollout whose chain is set to the empty one is not in the bucket any more.
    package subscript(rollout: [UInt8]) -> RolloutChain {
        get {
            let (place, isThere) = find(rollout)
            return isThere ? rows[place].chain : .empty
        }
        set {
            let (place, isThere) = find(rollout)
            switch (isThere, newValue == .empty) {
            case (true, true): rows.remove(at: place)
            case (true, false): rows[place].chain = newValue
            case (false, true): break
            case (false, false): rows.insert(Row(rollout: rollout, chain: newValue), at: place)
            }
        }
    }

    /// The first row that does not come before a rollout, and whether it is the one of the rollout.
    private func find(_ rollout: [UInt8]) -> (place: Int, isThere: Bool) {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].rollout.lexicographicallyPrecedes(rollout) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return (low, low < rows.count && rows[low].rollout == rollout)
    }

    /// The hash over the bucket: of each row the length of the id, the id, the count and the link.
    package var digest: ContentDigest {
        var hasher = ContentDigest.Hasher()
        hasher.add(byte: 3)
        for row in rows {
            hasher.add(row.rollout.count)
            hasher.add(row.rollout)
            hasher.add(row.chain.count)
            hasher.add(row.chain.link)
        }
        return hasher.digest
    }
}
