import LedgerStorage

extension PostgresConnection {
    /// A connection to a database that keeps what it says that it keeps, and has a ledger of this version.
    static func toLedger(
        _ address: PostgresAddress, _ location: LedgerLocation,
        until end: ContinuousClock.Instant? = nil
    ) throws -> PostgresConnection {
        let connection = try checked(address, location, until: end)
        let version: String?
        do throws(PostgresFailure) {
            let rows = try connection.ask(
                "SELECT value FROM settings WHERE name = $1", [.text("version")])
            version = rows.count == 1 ? rows.text(0, 0) : nil
        } catch {
            guard error.cause == .refused(code: "42P01") else { throw error }
            throw LedgerError(
                location,
                .notALedger(
                    reason: "the database has no tables of one; its owner makes them with "
                        + "`readiness-server init-database`"))
        }
        guard let number = version.flatMap({ Int($0) }) else {
            throw LedgerError(location, .notALedger(reason: "its version cannot be read"))
        }
        guard number == PostgresSchema.version else {
            throw LedgerError(
                location,
                number > PostgresSchema.version
                    ? .newerVersion(number) : .unreleasedVersion(number))
        }
        return connection
    }

    /// A connection to a database that is known to have on disk what it says that it has.
    static func checked(
        _ address: PostgresAddress, _ location: LedgerLocation,
        until end: ContinuousClock.Instant? = nil
    ) throws -> PostgresConnection {
        let connection = try PostgresConnection(address, until: end)
        try connection.run("SET search_path TO \(PostgresSchema.name)")
        let names = ["fsync", "full_page_writes", "synchronous_commit", "server_encoding"]
        let rows = try connection.ask(
            "SELECT name, current_setting(name, true) FROM unnest($1) AS name", [.texts(names)])
        var found: [String: String] = [:]
        for row in 0..<rows.count {
            if let name = rows.text(row, 0) { found[name] = rows.text(row, 1) }
        }
        let wanted = [
            ("fsync", ["on"]), ("full_page_writes", ["on"]),
            ("synchronous_commit", ["on", "remote_apply"]), ("server_encoding", ["UTF8"]),
        ]
        for (name, values) in wanted where !values.contains(found[name] ?? "") {
            throw LedgerError(
                location,
                .unwritable(
                    reason: "the database has \(name) = \(found[name] ?? "nothing"), and what it "
                        + "acknowledges could be lost or changed; it must be \(values[0])"))
        }
        return connection
    }
}
