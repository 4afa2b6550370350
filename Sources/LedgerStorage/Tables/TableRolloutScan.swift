import Attestation
import Rollout

/// Goes through the entries of one rollout, and proves that they are all of them and the ones that
/// were recorded, by the chain that the newest entry of the ledger leads to.
///
/// Nothing is read of other rollouts, however many there are. The chain is known up to today only,
/// so that a reading of the past hashes what came later as well.
struct TableRolloutScan {
    let extent: TableExtent
    let rollout: String
    /// How many entries of the ledger count.
    let size: Int

    private var location: LedgerLocation { extent.location }

    /// Hands over each entry that counts with its bytes, which last as long as the call.
    ///
    /// Without a newest entry, since it is damaged, the tables stand for themselves, and all hashes
    /// of the ledger are read to prove the entries.
    func run(
        _ whole: MerkleTree, _ newest: Entry?, _ chains: Result<RolloutChains, any Error>,
        _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        let (chain, last) = try scan(each)
        let recorded = try TableChains(tables: extent.tables)
            .chain(of: rollout, in: chains.get())
        guard chain.count <= recorded.count else {
            throw LedgerError.damaged(
                location, nil, "it lists more entries of \(rollout) than there are")
        }
        guard chain.count == recorded.count else { throw gap(at: chain.count + 1, after: last) }
        guard try chain == recorded && (newest != nil || extent.leadsToRoot(of: whole)) else {
            throw try TableCulprit(extent: extent, rollout: rollout).error(
                of: whole,
                else: "its entries of \(rollout) are not the ones that were recorded")
        }
    }

    /// The chain of all listed entries, and the sequence of the last of them.
    private func scan(
        _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> (RolloutChain, last: Int) {
        var rows = EntryRows(location)
        var chain = RolloutChain.empty
        var last = 0
        try extent.tables.entries(of: rollout) { row in
            guard let ordinal = row.ordinal, let sequence = row.sequence
            else { throw LedgerError.damaged(location, nil, "a row has no readable sequence") }
            guard ordinal == chain.count + 1, sequence > last else {
                throw gap(at: chain.count + 1, after: last)
            }
            // The bytes of the first one behind say that it is behind, and with it those that follow
            // it in the chain.
            if last <= size {
                try rows.entry(at: sequence, in: row.entry) { entry, bytes in
                    try requireListed(entry, ordinal)
                    chain.append(entry.digest)
                    if sequence <= size { try each(entry, bytes) }
                }
            } else {
                try rows.bytes(at: sequence, in: row.entry) { _, digest in chain.append(digest) }
            }
            last = sequence
        }
        return (chain, last)
    }

    /// Whether an entry is the one that the list of the rollout says it is.
    private func requireListed(_ entry: Entry, _ ordinal: Int) throws {
        guard rollout.utf8.elementsEqual(entry.statement.rollout.id.utf8) else {
            throw LedgerError.damaged(
                location, entry.sequence,
                "it is about \(entry.statement.rollout.id), but listed for another rollout")
        }
        guard entry.ordinal == ordinal else {
            throw LedgerError.damaged(
                location, entry.sequence,
                "it is listed as number \(ordinal) of its rollout, but is number "
                    + "\(entry.ordinal)")
        }
    }

    private func gap(at ordinal: Int, after last: Int) -> LedgerError {
        .damaged(
            location, nil, "entry number \(ordinal) of \(rollout), after entry \(last), is missing")
    }
}
