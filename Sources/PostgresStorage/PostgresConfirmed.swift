import Rollout
import Synchronization

/// What was last known to be where a failover finds it.
///
/// The root stands for the entries: behind a failover to a shorter ledger the same size is another ledger.
final class PostgresConfirmed: Sendable {
    private let extent = Mutex<LedgerExtent?>(nil)

    func has(_ extent: LedgerExtent) -> Bool { self.extent.withLock { $0 == extent } }

    func add(_ extent: LedgerExtent) { self.extent.withLock { $0 = extent } }
}
