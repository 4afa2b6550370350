import GRDB
import Glibc
import Synchronization

/// How long to wait for other programs that use the same ledger.
struct BusyTimeout {
    let duration: Duration

    /// Waits in steps of no fixed length, at most 60 ms.
    ///
    /// Many programs that ask all the time keep each other from working, and SQLite's own waiting
    /// soon sleeps a tenth of a second at a time, so that who waits longest is asked least.
    var mode: Database.BusyMode {
        let start = Mutex(ContinuousClock.now)
        return .callback { [duration] tries in
            let waited = start.withLock { start in
                if tries == 0 { start = .now }
                return start.duration(to: .now)
            }
            guard waited < duration else { return false }
            // Microseconds.
            usleep(.random(in: 10_000...UInt32(min(20_000 + tries * 2000, 60_000))))
            return true
        }
    }

    /// Tries again while another program has the database for itself.
    ///
    /// SQLite waits by itself wherever two programs cannot wait for each other; when both change
    /// the journal mode of a new ledger it fails at once instead.
    func whileBusy<Value>(_ work: () throws -> Value) throws -> Value {
        let start = ContinuousClock.now
        while start.duration(to: .now) < duration {
            do {
                return try work()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                usleep(10_000)
            }
        }
        return try work()
    }
}
