import LedgerStorage
import Synchronization

/// Finds out whether something could be recorded now, over a connection of its own: what holds up the others
/// does not hold up the answer, and the other way round.
final class PostgresProbe: Sendable {
    private let thread = LedgerThread()
    private let open = Mutex<PostgresConnection?>(nil)

    /// How long a look takes at most, but for the answer of a database that is told to give up.
    private static let patience = Duration.seconds(3)

    /// Throws where nothing could be recorded now.
    ///
    /// It writes what the one row of the log says already, as an entry would, and a file that is gone with
    /// the transaction: a full disk, a lock that does not end and a standby that does not answer show.
    func look(_ address: PostgresAddress, _ location: LedgerLocation) async throws {
        try await thread.run { [self] in
            let end = ContinuousClock.now + Self.patience
            try open.withLock { open in
                do {
                    do {
                        try Self.look(&open, address, location, end)
                    } catch let failure as PostgresFailure where failure.isLost {
                        // It may have ended while nobody used it.
                        open = nil
                        guard ContinuousClock.now < end else { throw failure }
                        try Self.look(&open, address, location, end)
                    }
                } catch {
                    open = nil
                    throw LedgerError(error, location)
                }
            }
        }
    }

    private static func look(
        _ open: inout PostgresConnection?, _ address: PostgresAddress,
        _ location: LedgerLocation, _ end: ContinuousClock.Instant
    ) throws {
        let connection =
            try open ?? PostgresConnection.toLedger(address, location, until: end)
        open = connection
        connection.end = end
        _ = connection.takeWarning()
        try connection.writing {
            try connection.run("SET LOCAL work_mem = '64kB'")
            // Too much for that memory.
            try connection.ask("SELECT count(*) FROM generate_series(1, 20000)")
            try connection.ask(PostgresConnection.confirmation)
        }
        try connection.refuseWarning(for: location)
    }

    /// Ends the connection.
    func close() async throws {
        try await thread.run { [self] in open.withLock { $0 = nil } }
    }
}
