package import LedgerStorage

extension PostgresDatabase {
    /// Makes the tables of a ledger in a database that has none, and returns the statements that give a
    /// role what servers need of it.
    package func create(role: String, for location: LedgerLocation) async throws -> String {
        try await owning(location) { connection in
            try connection.writing { try connection.run(PostgresSchema.creation) }
        }
        return PostgresSchema.grants(to: role)
    }

    /// Gives a role what servers need of the tables.
    package func grant(role: String, for location: LedgerLocation) async throws {
        try await owning(location) { connection in
            try connection.run(PostgresSchema.grants(to: role))
        }
    }

    /// The public key of the log, as the first server registered it; nil before.
    package func logKey(for location: LedgerLocation) async throws -> String? {
        try await use(location) { connection in
            let rows = try connection.ask(
                "SELECT value FROM settings WHERE name = $1", [.text("log-key")])
            return rows.count == 1 ? rows.text(0, 0) : nil
        }
    }

    /// Registers the public key of the log where none is, and returns the one that is.
    package func register(
        logKey key: String, for location: LedgerLocation
    ) async throws -> String? {
        try await use(location) { connection in
            _ = try connection.ask(
                "INSERT INTO settings VALUES ($1, $2) ON CONFLICT DO NOTHING",
                [.text("log-key"), .text(key)])
        }
        return try await logKey(for: location)
    }

    /// The lines of all tokens that may read.
    package func tokenLines(for location: LedgerLocation) async throws -> [String] {
        try await use(location) { connection in
            let rows = try connection.ask("SELECT line FROM read_tokens ORDER BY line")
            return (0..<rows.count).compactMap { rows.text($0, 0) }
        }
    }

    package func add(tokenLine line: String, for location: LedgerLocation) async throws {
        try await use(location) { connection in
            _ = try connection.ask(
                "INSERT INTO read_tokens VALUES ($1) ON CONFLICT DO NOTHING", [.text(line)])
        }
    }
}
