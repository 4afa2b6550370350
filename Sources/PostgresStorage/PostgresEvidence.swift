import LedgerStorage
import Rollout

/// The evidence in a database, as its servers count it and clean it away.
struct PostgresEvidence: EvidenceStore {
    let database: PostgresDatabase
    let location: LedgerLocation

    /// By the clock of the database, which also says when files were brought: those of the servers may
    /// differ.
    func moment(_ age: Duration, before now: Instant) async throws -> Int64 {
        Int64(try await uploads { try $0.moment(age) }) * 1_000_000
    }

    func removeCopies() async throws { try await uploads { try $0.removeCopies() } }

    /// What no statement named yet: what is named is never removed, and is not listed.
    func removable() async throws -> [ContentStore.Kept] {
        try await database.use(location) { connection in
            let rows = try connection.ask("SELECT digest, size, brought_at FROM upload_files")
            return (0..<rows.count).compactMap { row in
                guard let bytes = rows.bytes(row, 0),
                    let digest = ContentDigest(bytes: Array(bytes)),
                    let size = rows.integer(row, 1), let brought = rows.integer(row, 2)
                else { return nil }
                return ContentStore.Kept(
                    digest: digest, size: size, broughtAt: Int64(brought) * 1_000_000)
            }
        }
    }

    func size() async throws -> Int {
        try await database.use(location) { connection in
            let size = try connection.ask(
                """
                SELECT (coalesce((SELECT sum(size) FROM content_files), 0)
                    + coalesce((SELECT sum(size) FROM upload_files), 0))::bigint
                """
            ).integer(0, 0)
            guard let size else {
                throw PostgresFailure(
                    cause: .lost, reason: "it does not say how much evidence there is")
            }
            return size
        }
    }

    func renew(_ digest: ContentDigest) async throws -> Bool {
        try await uploads { try $0.renew(digest) }
    }

    func standing(of digest: ContentDigest) async throws -> EvidenceStanding {
        try await uploads { try $0.standing(of: digest) }
    }

    func remove(_ digest: ContentDigest, unlessSince moment: Int64) async throws -> Bool {
        // Of a part of a millisecond that is over the file counts as wanted.
        try await uploads { try $0.remove(digest, unlessSince: Int(moment / 1_000_000)) }
    }

    private func uploads<Value: Sendable>(
        _ work: @escaping @Sendable (PostgresUploads) throws -> Value
    ) async throws -> Value {
        try await database.use(location) { [location] connection in
            try work(
                PostgresUploads(PostgresContent(connection: connection, location: location)))
        }
    }
}
