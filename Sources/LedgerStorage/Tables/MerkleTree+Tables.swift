import Attestation

extension MerkleTree {
    /// The tree over all entries, as the log has it.
    static func stored(in tables: any LedgerTables) throws -> MerkleTree {
        guard let row = try tables.log(), let peaks = DigestBlob.digests(row.peaks),
            let tree = MerkleTree(size: row.size, peaks: peaks)
        else {
            throw LedgerError.damaged(
                tables.location, nil, "it does not say how many entries it has")
        }
        return tree
    }
}
