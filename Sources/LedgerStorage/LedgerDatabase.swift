package import Rollout

/// A database that several servers keep one ledger in.
package protocol LedgerDatabase: Sendable {
    /// The address of the database, for people; without a password.
    var address: String { get }

    /// The ledger, with files beside it at a place of this machine.
    func ledger(at location: LedgerLocation) -> any ServedLedger

    /// Brings a file that lies beside the ledger into the database, where every server has it until a
    /// statement names it, or for its time.
    ///
    /// Returns whether it was not there before, as it is.
    @discardableResult
    func bring(_ digest: ContentDigest, of location: LedgerLocation) async throws -> Bool

    /// The evidence that servers share.
    func evidence(of location: LedgerLocation) -> any EvidenceStore

    /// Brings files that the database has beside the ledger, where they are not there.
    ///
    /// Returns those that are there now; what the database does not have, or has with another digest, is
    /// left out.
    @discardableResult
    func fetch(
        _ digests: Set<ContentDigest>, to location: LedgerLocation
    ) async throws -> Set<ContentDigest>

    /// Has the next `fetch` look again at a file that does not lie beside the ledger as it was.
    func forget(_ digest: ContentDigest)

    /// Returns once the entries that were seen are where a failover finds them.
    ///
    /// What a standby did not confirm is seen after a crash, and is gone where the standby goes on: it is
    /// neither acknowledged nor signed.
    func confirm(_ extent: LedgerExtent, of location: LedgerLocation) async throws

    /// The newest checkpoint that any server signed, as a note; nil where none did.
    func signedNote(of location: LedgerLocation) async throws -> [UInt8]?

    /// Shows every server the checkpoint of a size; where a newer one stands, that stays.
    func share(_ note: [UInt8], size: Int, of location: LedgerLocation) async throws
}
