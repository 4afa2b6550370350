import Synchronization

/// How many entries of a ledger are known to be where a failover finds them.
final class PostgresConfirmed: Sendable {
    private let size = Mutex(0)

    func has(_ size: Int) -> Bool { self.size.withLock { $0 >= size } }

    func add(_ size: Int) { self.size.withLock { $0 = max($0, size) } }
}
