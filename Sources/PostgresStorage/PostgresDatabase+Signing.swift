package import LedgerStorage

extension PostgresDatabase {
    package func confirm(_ size: Int, of location: LedgerLocation) async throws {
        guard !confirmed.has(size) else { return }
        try await use(location) { try $0.confirm(for: location) }
        confirmed.add(size)
    }

    package func signedNote(of location: LedgerLocation) async throws -> [UInt8]? {
        try await use(location) { connection in
            let rows = try connection.ask("SELECT note FROM signed WHERE id = 1")
            guard rows.count == 1, let note = rows.bytes(0, 0), !note.isEmpty else { return nil }
            return Array(note)
        }
    }

    package func share(
        _ note: [UInt8], size: Int, of location: LedgerLocation
    ) async throws {
        try await use(location) { connection in
            _ = connection.takeWarning()
            try connection.ask(
                "UPDATE signed SET size = $1, note = $2 WHERE id = 1 AND size < $1",
                [.integer(size), .bytes(note)])
            try connection.refuseWarning(for: location)
        }
    }

    /// Throws where nothing could be recorded now.
    ///
    /// It writes what the one row of the log says already, as an entry would, and a file that is gone with
    /// the transaction: a full disk, a lock that does not end and a standby that does not answer show.
    package func requireAppendable(at location: LedgerLocation) async throws {
        try await use(location) { connection in
            _ = connection.takeWarning()
            try connection.writing {
                try connection.run(
                    "SET LOCAL statement_timeout = '3s'; SET LOCAL work_mem = '64kB'")
                // Too much for that memory.
                try connection.ask("SELECT count(*) FROM generate_series(1, 20000)")
                try connection.ask(PostgresConnection.confirmation)
            }
            try connection.refuseWarning(for: location)
        }
    }
}
