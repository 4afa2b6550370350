import Foundation
import GRDB

/// How long to wait for other programs that use the same ledger.
struct BusyTimeout {
    let duration: Duration

    /// In seconds, as GRDB takes it.
    var seconds: Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// Tries again while another program has the database for itself.
    ///
    /// SQLite waits by itself wherever two programs cannot wait for each other; when both change
    /// the journal mode of a new ledger it fails at once instead.
    func whileBusy<Value>(_ work: () throws -> Value) throws -> Value {
        for _ in 0..<max(0, Int(seconds * 100)) {
            do {
                return try work()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                usleep(10_000)
            }
        }
        return try work()
    }
}
