import GRDB
import LedgerStorage
import Rollout

/// Runs some work with a ledger of one entry of each kind, and the path of its database.
func withSampleLedger(_ work: (SQLiteLedger, String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder async throws in
        let location = LedgerLocation(path: "\(folder)/ledger.sqlite")
        _ = try await SQLiteLedger(location).append(Samples.everyKind, at: Samples.now)
        try await work(SQLiteLedger(location), location.path)
    }
}

/// Runs SQL as somebody would who takes the triggers away and puts them back.
func tamper(with path: String, _ sql: String) async throws {
    try await DatabaseQueue.patient(path).write { database in
        let triggers = try Row.fetchAll(
            database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for trigger in triggers {
            let name: String = trigger["name"]
            try database.execute(sql: "DROP TRIGGER \(name)")
        }
        try database.execute(sql: sql)
        for trigger in triggers {
            let statement: String = trigger["sql"]
            try database.execute(sql: statement)
        }
    }
}
