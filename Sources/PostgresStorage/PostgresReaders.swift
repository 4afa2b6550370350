import LedgerStorage
import Synchronization

/// The connections that read, each on a thread of its own: libpq blocks it.
final class PostgresReaders: Sendable {
    private let lanes: [Lane]
    /// How many readings each lane was given and has not ended.
    private let waiting: Mutex<[Int]>

    private final class Lane: Sendable {
        let thread = LedgerThread()
        let connection = Mutex<PostgresConnection?>(nil)
    }

    init(count: Int) {
        lanes = (0..<count).map { _ in Lane() }
        waiting = Mutex(Array(repeating: 0, count: count))
    }

    /// Does some work with a connection in a transaction that sees one state of the database.
    ///
    /// A connection that ended while nobody used it is opened again; one that ends within the work is
    /// an error, for what was handed out cannot be taken back.
    func read<Value: Sendable>(
        _ address: PostgresAddress, _ location: LedgerLocation,
        _ work: @escaping @Sendable (PostgresTables) throws -> Value
    ) async throws -> Value {
        try await onLane { open in
            // A connection that ended unnoticed is told by the beginning.
            if let connection = open {
                do throws(PostgresFailure) {
                    try connection.begin()
                } catch {
                    guard error.isLost else { throw error }
                    open = nil
                }
            }
            let connection: PostgresConnection
            if let known = open {
                connection = known
            } else {
                connection = try PostgresConnection.toLedger(address, location)
                open = connection
                try connection.begin()
            }
            return try connection.finishing {
                try work(PostgresTables(connection: connection, location: location))
            }
        } failing: {
            LedgerError($0, location)
        }
    }

    /// Does some work with a connection, which may be done twice: again where the connection ended, and
    /// up to ten times where other transactions are in its way.
    func use<Value: Sendable>(
        _ address: PostgresAddress, _ location: LedgerLocation,
        _ work: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        try await onLane { open in
            for _ in 0..<10 {
                let wasOpen = open != nil
                let connection = try open ?? PostgresConnection.toLedger(address, location)
                open = connection
                do {
                    return try work(connection)
                } catch let failure as PostgresFailure where failure.isCollision {
                    continue
                } catch let failure as PostgresFailure where failure.isLost && wasOpen {
                    open = nil
                }
            }
            throw LedgerError(location, .busy)
        } failing: {
            LedgerError($0, location)
        }
    }

    /// Works on the lane that has least to do; a connection that ended is let go.
    private func onLane<Value: Sendable>(
        _ work: @escaping @Sendable (inout PostgresConnection?) throws -> Value,
        failing: @escaping @Sendable (PostgresFailure) -> LedgerError
    ) async throws -> Value {
        let index = waiting.withLock { waiting in
            let index = waiting.indices.min { waiting[$0] < waiting[$1] } ?? 0
            waiting[index] += 1
            return index
        }
        defer { waiting.withLock { $0[index] -= 1 } }
        let lane = lanes[index]
        return try await lane.thread.run {
            try lane.connection.withLock { open in
                do {
                    return try work(&open)
                } catch let failure as PostgresFailure {
                    if failure.isLost { open = nil }
                    throw failing(failure)
                }
            }
        }
    }

    /// Ends the connections.
    func close() async throws {
        for lane in lanes {
            try await lane.thread.run { lane.connection.withLock { $0 = nil } }
        }
    }
}
