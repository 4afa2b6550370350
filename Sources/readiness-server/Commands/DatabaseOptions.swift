import ArgumentParser
import Foundation
import PostgresStorage

/// The database that several servers share.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            "The PostgreSQL database that has the ledger, its evidence and the tokens in place of the folder: postgresql://USER@HOST/NAME?sslmode=verify-full. A password comes from PGPASSWORD or ~/.pgpass. Default: the variable READINESS_DATABASE.",
            valueName: "address"))
    var text: String?

    /// The address; nil where none is named.
    func address() throws -> PostgresAddress? {
        let named = text ?? ProcessInfo.processInfo.environment["READINESS_DATABASE"]
        guard let named, !named.isEmpty else { return nil }
        do throws(PostgresAddress.Mistake) {
            return try PostgresAddress(named)
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// Says on the standard error what others could read or change on the way.
    static func warn(_ address: PostgresAddress) {
        guard address.isOpenOnTheWay else { return }
        Standard.note(
            "warning: \(address) is another machine, and without sslmode=verify-full whoever stands between can read and change what is sent there."
        )
    }
}
