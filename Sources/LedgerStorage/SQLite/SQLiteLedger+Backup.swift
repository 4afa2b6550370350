import GRDB

extension SQLiteLedger {
    /// Writes all of the ledger, as it is at one moment, into a database that is not there yet.
    ///
    /// Others may append meanwhile: what they append is in it whole, or not at all. What is written is
    /// on durable storage when it returns.
    package func copy(to path: String) async throws {
        let copied: Void? = try await read { source in
            do {
                var configuration = Configuration()
                configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                let target = try DatabaseQueue(path: path, configuration: configuration)
                // In one step, which the read transaction around it keeps whole.
                try target.writeWithoutTransaction { try source.backup(to: $0) }
                try target.close()
            } catch let error as DatabaseError {
                throw LedgerError(error, LedgerLocation(path: path))
            }
        }
        guard copied != nil else { throw LedgerError(location, .absent) }
    }

    /// Throws where nothing could be appended now: the file is gone or another one, is locked, or may
    /// not be written.
    package func requireAppendable() async throws {
        try await writing { writer throws(LedgerError) in try writer.requireAppendable() }
    }
}
