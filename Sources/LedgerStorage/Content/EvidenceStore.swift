package import Rollout

/// Where evidence of a server lies: what may be removed of it, and how much there is.
package protocol EvidenceStore: Sendable {
    /// The files that may be removed where no statement names them, in no order.
    func removable() async throws -> [ContentStore.Kept]

    /// Bytes of all files.
    func size() async throws -> Int

    /// Says that a file is wanted from now on; false where it is not there.
    func renew(_ digest: ContentDigest) async throws -> Bool

    /// Removes a file that nobody wanted since a moment, in nanoseconds since 1970; false where
    /// somebody did.
    func remove(_ digest: ContentDigest, unlessSince moment: Int64) async throws -> Bool
}

extension ContentStore: EvidenceStore {
    package func removable() throws -> [Kept] { try all() }

    package func size() throws -> Int { try all().reduce(0) { $0 + $1.size } }
}

extension LedgerLocation {
    /// Where the evidence lies: in the database, or beside the ledger.
    package var evidence: any EvidenceStore {
        guard let database else { return content }
        return database.evidence(of: self)
    }
}
