import Attestation
import Rollout

/// How many entries each rollout has and which.
struct TableChains {
    let tables: any LedgerTables

    private var location: LedgerLocation { tables.location }

    /// The hashes over all rollouts.
    func hashes() throws -> RolloutChains {
        guard let chains = RolloutChains(buckets: try tables.bucketDigests()) else {
            throw LedgerError.damaged(location, nil, "it lacks the hashes over its rollouts")
        }
        return chains
    }

    /// The rollouts of a bucket.
    func bucket(_ index: Int) throws -> RolloutBucket {
        guard let rows = try tables.rollouts(inBucket: index) else {
            throw damage("holds values of the wrong type")
        }
        var bucket = RolloutBucket()
        for (rollout, chain) in rows { bucket[rollout] = chain }
        return bucket
    }

    /// The link that the rollout of the newest entry had before it; nil where it cannot be read.
    func previous() throws -> ContentDigest? { try tables.log()?.previous }

    /// The hashes over all rollouts, proved by what the newest entry says of them.
    ///
    /// Where the newest entry is damaged, which is told by itself, they are those that the tables
    /// agree on.
    func hashes(provedBy newest: Entry?) throws -> RolloutChains {
        let chains = try hashes()
        if let newest { try require(chains, newest) }
        return chains
    }

    /// The chain of a rollout, which leads to the hashes over all of them.
    func chain(of rollout: String, in chains: RolloutChains) throws -> RolloutChain {
        let bytes = Array(rollout.utf8)
        return try bucket(RolloutBucket.index(of: bytes), chains)[bytes]
    }

    /// Whether the hashes are those that the newest entry leads to.
    ///
    /// It names the hash over all chains as they were before it; its own rollout is one link further
    /// now, which its leaf hash makes.
    func require(_ chains: RolloutChains, _ newest: Entry) throws {
        let rollout = Array(newest.statement.rollout.id.utf8)
        let index = RolloutBucket.index(of: rollout)
        var bucket = try bucket(index, chains)
        let differs = damage("is not the one that its newest entry names")
        guard let previous = try previous() else { throw differs }
        let before = RolloutChain(count: newest.ordinal - 1, link: previous)
        var after = before
        after.append(newest.digest)
        guard bucket[rollout] == after, before.count > 0 || before == .empty else { throw differs }
        bucket[rollout] = before
        var named = chains
        named[index] = bucket.digest
        guard named.root == newest.rollouts else { throw differs }
    }

    /// The rollouts of a bucket that has its hash.
    private func bucket(_ index: Int, _ chains: RolloutChains) throws -> RolloutBucket {
        let bucket = try bucket(index)
        guard bucket.digest == chains[index] else {
            throw damage("does not have the hash that was stored with it")
        }
        return bucket
    }

    private func damage(_ reason: String) -> LedgerError {
        .damaged(location, nil, "its table of rollouts \(reason)")
    }
}
