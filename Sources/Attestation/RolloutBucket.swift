package import Rollout

/// The rollouts that share the first byte of the SHA-256 of their ids, and how many entries each has.
package struct RolloutBucket: Hashable, Sendable {
    /// One rollout of a bucket.
    package struct Row: Hashable, Sendable {
        /// The UTF-8 of its id: two spellings are two rollouts.
        package let rollout: [UInt8]
        package fileprivate(set) var count: Int
    }

    /// In the order of their bytes.
    package private(set) var rows: [Row] = []

    package init() {}

    /// The bucket of a rollout, from 0 to 255.
    package static func index(of rollout: [UInt8]) -> Int {
        Int(ContentDigest(of: rollout).firstByte)
    }

    /// Counts one more entry of a rollout, and returns how many it has now.
    @discardableResult
    package mutating func add(_ rollout: [UInt8]) -> Int {
        let place = place(of: rollout)
        guard place < rows.count, rows[place].rollout == rollout else {
            rows.insert(Row(rollout: rollout, count: 1), at: place)
            return 1
        }
        rows[place].count += 1
        return rows[place].count
    }

    /// Takes in a count that was kept elsewhere; what the rollout had before is replaced.
    package mutating func set(_ rollout: [UInt8], to count: Int) {
        let place = place(of: rollout)
        if place < rows.count, rows[place].rollout == rollout {
            rows[place].count = count
        } else {
            rows.insert(Row(rollout: rollout, count: count), at: place)
        }
    }

    /// The number of entries of a rollout; 0 where it has none.
    package func count(of rollout: [UInt8]) -> Int {
        let place = place(of: rollout)
        return place < rows.count && rows[place].rollout == rollout ? rows[place].count : 0
    }

    /// The first row that does not come before a rollout.
    private func place(of rollout: [UInt8]) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].rollout.lexicographicallyPrecedes(rollout) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The hash over the bucket: of each row the length of the id, the id and the count.
    package var digest: ContentDigest {
        var hasher = ContentDigest.Hasher()
        hasher.add(byte: 3)
        for row in rows {
            hasher.add(row.rollout.count)
            hasher.add(row.rollout)
            hasher.add(row.count)
        }
        return hasher.digest
    }
}
