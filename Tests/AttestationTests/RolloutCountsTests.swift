import Attestation
import Rollout
import Testing

/// The hash over how many entries each rollout has.
struct RolloutCountsTests {
    private static let names = (0..<600).map { Array("rollout-\($0 * 7 % 400)".utf8) }

    @Test("The numbers count up, and every count changes the hash")
    func tally() {
        var tally = RolloutTally()
        var counts: [[UInt8]: Int] = [:]
        var roots: Set<ContentDigest> = [RolloutCounts().root]
        for name in Self.names {
            counts[name, default: 0] += 1
            let counted = tally.add(name)
            #expect(counted.ordinal == counts[name])
            #expect(roots.insert(counted.root).inserted)
        }
        for (name, count) in counts { #expect(tally.count(of: name) == count) }
        #expect(RolloutCounts(buckets: tally.hashes).map { roots.contains($0.root) } == true)
    }

    @Test("The order in which rollouts come does not change the hash, an id or a number does")
    func order() {
        var one = RolloutBucket()
        var other = RolloutBucket()
        for name in Self.names { one.add(name) }
        for name in Self.names.reversed() { other.add(name) }
        #expect(one == other)
        #expect(one.digest == other.digest)
        other.set(Self.names[0], to: 9)
        #expect(one.digest != other.digest)
        // An id and a length cannot run into each other.
        var left = RolloutBucket()
        left.add([1, 2])
        var right = RolloutBucket()
        right.add([1])
        right.add([2])
        #expect(left.digest != right.digest)
    }

    @Test("Hashes that were kept are taken only where there is one for each bucket")
    func kept() {
        let counts = RolloutCounts()
        #expect(RolloutCounts(buckets: counts.buckets) == counts)
        #expect(RolloutCounts(buckets: Array(counts.buckets.dropLast())) == nil)
        var changed = counts
        changed[255] = counts.root
        #expect(changed.root != counts.root)
        #expect(RolloutCounts(buckets: changed.buckets) == changed)
    }
}
