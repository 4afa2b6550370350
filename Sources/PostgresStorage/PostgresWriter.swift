import Attestation
import Glibc
import LedgerStorage
import Rollout

/// The one connection of a server that appends, with every commit on disk before it is told.
///
/// A batch is one statement, which compares the end of the ledger with the one that the batch follows:
/// whoever was first has stored his, and the other builds his anew. No lock outlives the statement.
final class PostgresWriter {
    private let address: PostgresAddress
    private let location: LedgerLocation
    private var connection: PostgresConnection?
    private let confirmed: PostgresConfirmed
    /// How the ledger was when this connection last looked.
    private var head: LedgerHead?

    /// How long a database that is away is waited for.
    private static let patience = Duration.seconds(20)

    typealias Results = [Result<PostgresRecord, LedgerError>]

    /// A batch that was sent, and the answer to which did not come.
    private struct Unanswered {
        let last: Entry
        let results: Results
    }

    init(
        _ address: PostgresAddress, _ location: LedgerLocation, _ confirmed: PostgresConfirmed
    ) {
        self.address = address
        self.location = location
        self.confirmed = confirmed
    }

    /// Stores what is asked for in one transaction; each request succeeds or fails for itself.
    func commit(_ requests: [PostgresRequest]) throws(LedgerError) -> Results {
        let end = ContinuousClock.now + Self.patience
        var unanswered: [Unanswered] = []
        while true {
            do {
                if let results = try attempt(requests, &unanswered) { return results }
                guard ContinuousClock.now < end else {
                    throw LedgerError(location, unanswered.isEmpty ? .busy : Self.unknown(nil))
                }
            } catch let failure as PostgresFailure {
                head = nil
                if failure.isLost { connection = nil }
                guard failure.isLost || failure.isCollision, ContinuousClock.now < end else {
                    throw error(failure, unanswered)
                }
                // Microseconds; a server that comes back is given time to.
                usleep(failure.isLost ? 200_000 : .random(in: 1_000...5_000))
            } catch {
                head = nil
                throw LedgerError(error, location)
            }
        }
    }

    /// Nil where another server was first.
    private func attempt(
        _ requests: [PostgresRequest], _ unanswered: inout [Unanswered]
    ) throws -> Results? {
        let connection = try connected()
        let tables = PostgresTables(connection: connection, location: location)
        let head = try head(tables)
        // The answer was lost, and not the batch. One that is not there by now never will be: the end
        // that it followed is another one, or will be by what is stored next.
        for sent in unanswered where try isThere(sent.last, tables) {
            // Whether a standby has it is another question, which the lost answer was to say.
            try connection.confirm(for: location)
            self.head = nil
            return sent.results
        }
        let files = PostgresNamedFiles(connection, location, kept)
        let (batch, results) = try files.batch(of: requests, tables, head)
        kept = files.kept
        guard let last = batch.entries.last?.entry else {
            // What is on record is acknowledged once more, or for the first time.
            if !confirmed.has(head.tree.extent) {
                try connection.confirm(for: location)
                confirmed.add(head.tree.extent)
            }
            return results
        }
        _ = connection.takeWarning()
        let isStored: Bool
        do {
            isStored = try PostgresInsertion(connection).store(batch, after: head.tree)
        } catch {
            if error.isLost { unanswered.append(Unanswered(last: last, results: results)) }
            throw error
        }
        // A commit that a standby did not confirm is told as a warning, after it was made.
        if isStored, let warning = connection.takeWarning() {
            throw LedgerError(location, Self.unknown(warning))
        }
        if isStored { confirmed.add(batch.head.tree.extent) }
        self.head = isStored ? batch.head : nil
        self.old = head
        return isStored ? results : nil
    }

    /// Files that the database is known to keep for good.
    private var kept: Set<ContentDigest> = []

    private func connected() throws -> PostgresConnection {
        if let connection { return connection }
        // It may be another server, which has other files.
        kept = []
        let new = try PostgresConnection.toLedger(address, location)
        connection = new
        return new
    }

    /// What was known before another server was first.
    private var old: LedgerHead?

    /// The end of the ledger: as it was left, or as it is now.
    private func head(_ tables: PostgresTables) throws -> LedgerHead {
        if let head { return head }
        let found = try tables.connection.reading { try LedgerHead(tables, known: old) }
        head = found
        return found
    }

    private func isThere(_ entry: Entry, _ tables: PostgresTables) throws -> Bool {
        try tables.hashes(at: [entry.sequence]).first?.digest == entry.digest
    }

    private func error(_ failure: PostgresFailure, _ unanswered: [Unanswered]) -> LedgerError {
        guard unanswered.isEmpty else { return LedgerError(location, Self.unknown(failure.reason)) }
        guard failure.isLost else { return LedgerError(location, failure.ledgerCause) }
        return LedgerError(
            location, .unwritable(reason: "the database cannot be reached (\(failure.reason))"))
    }

    /// The database may have stored it or not.
    private static func unknown(_ reason: String?) -> LedgerError.Cause {
        .failed(
            reason: "whether the last statements are recorded is not known"
                + (reason.map { " (\($0))" } ?? "") + "; bring them again, each is recorded once")
    }
}
