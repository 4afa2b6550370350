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
        try await use(address, location) { connection in
            try connection.finishing {
                try work(PostgresTables(connection: connection, location: location))
            }
        } preparing: { connection in
            try connection.begin()
        }
    }

    /// Does some work with a connection, which answers `preparing` first.
    func use<Value: Sendable>(
        _ address: PostgresAddress, _ location: LedgerLocation,
        _ work: @escaping @Sendable (PostgresConnection) throws -> Value,
        preparing: @escaping @Sendable (PostgresConnection) throws -> Void
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
                    if let connection = open {
                        do {
                            try preparing(connection)
                        } catch let failure as PostgresFailure {
                            guard failure.isLost else { throw failure }
                            open = nil
                        }
                    }
                    if let connection = open { return try work(connection) }
                    let connection = try PostgresConnection.toLedger(address, location)
                    open = connection
                    try preparing(connection)
                    return try work(connection)
                } catch let failure as PostgresFailure {
                    if failure.isLost { open = nil }
                    throw LedgerError(failure, location)
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
