import Attestation
package import LedgerStorage

/// The newest signed checkpoint of a ledger, as reports, decisions and receipts carry it.
package struct CurrentCheckpoint: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        self.place = place
    }

    /// The checkpoint of the ledger as it is now, signed where the private key is here.
    ///
    /// Elsewhere it is the one that was signed last, which the ledger still begins with. Nil where the
    /// ledger has no log, or nothing was signed yet.
    package func callAsFunction() async throws -> LogCheckpoint? {
        let files = LogFiles(location)
        guard let log = try files.log() else { return nil }
        let signing = SignCheckpoint(location, place)
        if try signing.hasKey(of: log) { return try await signing() }
        guard let published = try files.published(by: log) else { return nil }
        let ledger = location.ledger()
        try await ledger.hashes { [location] hashes in
            try ForkGuard(location).require(published, at: files.checkpointPath, in: hashes)
        }
        try await ledger.close()
        return published
    }

    /// The same, where nothing can be done without it.
    package func required() async throws -> LogCheckpoint {
        _ = try LogFiles(location).requireLog()
        guard let current = try await self() else {
            throw OperationFailure.log(.unsigned(location))
        }
        return current
    }
}
