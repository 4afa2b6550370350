import Attestation
import Rollout
import Testing

/// The running hashes over the entries of each rollout, and the hash over all of them.
struct RolloutChainsTests {
    private static let entries = (0..<600).map { number in
        (
            rollout: Array("rollout-\(number * 7 % 400)".utf8),
            leaf: ContentDigest(ofLeaf: Array("\(number)".utf8))
        )
    }

    @Test("The numbers count up, and each entry carries the hash over what was before it")
    func tally() {
        var tally = RolloutTally()
        var chains: [[UInt8]: RolloutChain] = [:]
        var roots: Set<ContentDigest> = []
        var before = RolloutChains()
        for (rollout, leaf) in Self.entries {
            let counted = tally.append(leaf, of: rollout)
            #expect(tally.previous == chains[rollout, default: .empty].link)
            chains[rollout, default: .empty].append(leaf)
            #expect(counted.ordinal == chains[rollout]?.count)
            #expect(counted.root == before.root)
            #expect(roots.insert(counted.root).inserted)
            before = tally.chains
        }
        for (rollout, chain) in chains {
            #expect(tally.bucket(RolloutBucket.index(of: rollout))[rollout] == chain)
        }
        for index in 0..<RolloutChains.bucketCount {
            #expect(tally.chains[index] == tally.bucket(index).digest)
        }
    }

    @Test("A link is the hash over a tag, the link before it and the leaf hash")
    func link() {
        var chain = RolloutChain.empty
        let leaves = (0..<3).map { ContentDigest(ofLeaf: [UInt8($0)]) }
        var link = ContentDigest(of: [])
        for (index, leaf) in leaves.enumerated() {
            chain.append(leaf)
            link = ContentDigest(of: [4] + link.bytes + leaf.bytes)
            #expect(chain == RolloutChain(count: index + 1, link: link))
        }
        var swapped = RolloutChain.empty
        for leaf in [leaves[1], leaves[0], leaves[2]] { swapped.append(leaf) }
        #expect(swapped.count == chain.count && swapped.link != chain.link)
    }

    @Test("The order in which rollouts come does not change the hash, an id, number or link does")
    func order() {
        var chain = RolloutChain.empty
        chain.append(Self.entries[0].leaf)
        var one = RolloutBucket()
        var other = RolloutBucket()
        for (rollout, _) in Self.entries { one[rollout] = chain }
        for (rollout, _) in Self.entries.reversed() { other[rollout] = chain }
        #expect(one == other)
        #expect(one.digest == other.digest)
        let rollout = Self.entries[0].rollout
        for changed in [
            RolloutChain(count: 9, link: chain.link),
            RolloutChain(count: chain.count, link: Self.entries[1].leaf),
        ] {
            other[rollout] = changed
            #expect(one.digest != other.digest)
        }
        other[rollout] = chain
        #expect(one.digest == other.digest)
        // An id and a length cannot run into each other.
        var left = RolloutBucket()
        left[[1, 2]] = chain
        var right = RolloutBucket()
        right[[1]] = chain
        right[[2]] = chain
        #expect(left.digest != right.digest)
    }

    @Test("A rollout that is taken back to nothing leaves nothing behind")
    func takenBack() {
        var bucket = RolloutBucket()
        bucket[[1]] = RolloutChain(count: 1, link: Self.entries[0].leaf)
        let before = bucket
        bucket[[2]] = RolloutChain(count: 1, link: Self.entries[1].leaf)
        #expect(bucket.digest != before.digest)
        bucket[[2]] = .empty
        #expect(bucket == before)
        #expect(bucket.digest == before.digest)
        bucket[[3]] = .empty
        #expect(bucket == before)
        #expect(bucket[[3]] == .empty)
    }

    @Test("Hashes that were kept are taken only where there is one for each bucket")
    func kept() {
        let chains = RolloutChains()
        #expect(RolloutChains(buckets: chains.buckets) == chains)
        #expect(RolloutChains(buckets: Array(chains.buckets.dropLast())) == nil)
        var changed = chains
        changed[255] = chains.root
        #expect(changed.root != chains.root)
        #expect(RolloutChains(buckets: changed.buckets) == changed)
    }
}
