package import Rollout

/// A database that several servers keep one ledger in.
package protocol LedgerDatabase: Sendable {
    /// The address of the database, for people; without a password.
    var address: String { get }

    /// The ledger, with files beside it at a place of this machine.
    func ledger(at location: LedgerLocation) -> any ServedLedger

    /// Keeps a file that lies beside the ledger in the database as well, where every server has it.
    func keep(_ digest: ContentDigest, of location: LedgerLocation) async throws

    /// Brings files that the database has beside the ledger, where they are not there.
    ///
    /// Returns those that are there now; what the database does not have is left out.
    @discardableResult
    func fetch(
        _ digests: Set<ContentDigest>, to location: LedgerLocation
    ) async throws -> Set<ContentDigest>
}
