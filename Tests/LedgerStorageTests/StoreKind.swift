import Foundation
import LedgerStorage
import PostgresStorage
import Testing

/// The kinds of ledger that make the same promises.
enum StoreKind: CaseIterable {
    case sqlite
    case jsonLines
    case postgres

    /// Those that this machine has; the pipeline has all.
    static var available: [StoreKind] {
        allCases.filter { $0 != .postgres || PostgresCluster.isWanted }
    }

    /// Those that can be added to.
    static var written: [StoreKind] { available.filter { $0 != .jsonLines } }

    /// A ledger without entries, which drafts are added to.
    func ledger(in folder: String) async throws -> any ServedLedger {
        switch self {
        case .sqlite, .jsonLines:
            return SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
        case .postgres: return try await PostgresCluster.location(in: folder).servedLedger()
        }
    }

    /// A ledger without entries, and the name that the program `ledger-writer` finds it by.
    func place(in folder: String) async throws -> (name: String, ledger: any Ledger) {
        guard self == .postgres else {
            let path = "\(folder)/ledger.sqlite"
            return (path, SQLiteLedger(LedgerLocation(path: path)))
        }
        let cluster = try PostgresCluster.common()
        let name = try await cluster.newName()
        return (
            cluster.address(name, role: "writer"),
            try cluster.database(name).location(in: folder).ledger()
        )
    }

    /// The ledger as this kind is read, once drafts were added.
    func written(_ ledger: any Ledger, in folder: String) async throws -> any Ledger {
        guard self == .jsonLines else { return ledger }
        let path = "\(folder)/ledger.jsonl"
        let lines = try await ledger.lines()
        try Data(lines.flatMap { $0 + [10] }).write(to: URL(fileURLWithPath: path))
        return LedgerLocation(path: path).ledger()
    }
}
