package import LedgerStorage
package import Rollout

extension PostgresDatabase {
    package func confirm(_ extent: LedgerExtent, of location: LedgerLocation) async throws {
        guard !confirmed.has(extent) else { return }
        try await use(location) { try $0.confirm(for: location) }
        confirmed.add(extent)
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
    package func requireAppendable(at location: LedgerLocation) async throws {
        try await probe.look(target, location)
    }
}
