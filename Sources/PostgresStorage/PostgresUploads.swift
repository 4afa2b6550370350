import LedgerStorage
import Rollout

/// The files in the database that no statement named yet.
///
/// The row of `upload_files` stands for the file: whoever wants it and whoever removes it meet there.
struct PostgresUploads {
    private let content: PostgresContent
    private var connection: PostgresConnection { content.connection }

    init(_ content: PostgresContent) { self.content = content }

    /// The clock of the database, which all servers share; in milliseconds since 1970.
    private static let now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"

    /// The moment so long ago, in milliseconds.
    func moment(_ age: Duration) throws -> Int {
        let found = try connection.ask(
            "SELECT \(Self.now) - $1", [.integer(Int(age / .milliseconds(1)))]
        ).integer(0, 0)
        guard let found else {
            throw PostgresFailure(cause: .lost, reason: "it does not say what its clock shows")
        }
        return found
    }

    func holds(_ digest: ContentDigest) throws -> Bool {
        try connection.ask(
            "SELECT 1 FROM upload_files WHERE digest = $1", [.bytes(digest.bytes)]
        ).count == 1
    }

    /// Says that a file is wanted from now on, whether a statement names it or not; false where it is
    /// not there.
    func renew(_ digest: ContentDigest) throws -> Bool {
        guard try !content.holds(digest) else { return true }
        return try connection.ask(
            "UPDATE upload_files SET brought_at = \(Self.now) WHERE digest = $1 RETURNING 1",
            [.bytes(digest.bytes)]
        ).count == 1
    }

    /// How a file stands that is wanted from now on; what a statement names no server may replace.
    func standing(of digest: ContentDigest) throws -> EvidenceStanding {
        if try content.holds(digest) {
            return try content.isWhole(digest, in: .content) ? .whole : .lastinglyDamaged
        }
        guard try renew(digest) else { return .missing }
        if try content.isWhole(digest, in: .uploads) { return .whole }
        // A statement may have come to name it between two looks.
        return try content.holds(digest) ? standing(of: digest) : .damaged
    }

    /// Keeps a file until a statement names it, or for its time; false where it was there.
    func bring(_ file: VerifiedContent) throws -> Bool {
        let digest = file.reference.digest
        var isNew = false
        try connection.writing {
            // It waits for whoever is removing it, and then brings it anew.
            if try renew(digest) {
                guard try !content.holds(digest), try !content.isWhole(digest, in: .uploads)
                else { return }
                for table in ["uploads", "upload_files"] {
                    try connection.ask(
                        "DELETE FROM \(table) WHERE digest = $1", [.bytes(digest.bytes)])
                }
            }
            try content.insert(file, into: .uploads)
            isNew =
                try connection.ask(
                    """
                    INSERT INTO upload_files VALUES ($1, $2, \(Self.now))
                    ON CONFLICT (digest) DO NOTHING RETURNING 1
                    """, [.bytes(digest.bytes), .integer(file.reference.size)]
                ).count == 1
            if !isNew { _ = try renew(digest) }
        }
        return isNew
    }

    /// Keeps a file for good, because an entry is about to name it; false where it is not there.
    func name(_ digest: ContentDigest) throws -> Bool {
        guard try !content.holds(digest) else { return true }
        var isThere = false
        try connection.writing {
            let digest = [PostgresValue.bytes(digest.bytes)]
            // First, so that of two that name or remove it one waits for the other.
            let rows = try connection.ask(
                "DELETE FROM upload_files WHERE digest = $1 RETURNING size", digest)
            guard rows.count == 1, let size = rows.integer(0, 0) else { return }
            try connection.ask(
                """
                INSERT INTO content SELECT digest, part, bytes FROM uploads WHERE digest = $1
                ON CONFLICT DO NOTHING
                """, digest)
            try connection.ask(
                "INSERT INTO content_files VALUES ($1, $2) ON CONFLICT DO NOTHING",
                digest + [.integer(size)])
            try connection.ask("DELETE FROM uploads WHERE digest = $1", digest)
            isThere = true
        }
        return try isThere || content.holds(digest)
    }

    /// Removes what is kept for good: a file that was brought while an entry came to name it.
    func removeCopies() throws {
        try connection.writing {
            try connection.ask(
                """
                WITH gone AS (
                    DELETE FROM upload_files WHERE digest IN (SELECT digest FROM content_files)
                    RETURNING digest
                ) DELETE FROM uploads WHERE digest IN (SELECT digest FROM gone)
                """)
        }
    }

    /// Removes a file that nobody wanted since a moment, in milliseconds; false where somebody did.
    func remove(_ digest: ContentDigest, unlessSince moment: Int) throws -> Bool {
        var isRemoved = false
        try connection.writing {
            isRemoved =
                try connection.ask(
                    "DELETE FROM upload_files WHERE digest = $1 AND brought_at < $2 RETURNING 1",
                    [.bytes(digest.bytes), .integer(moment)]
                ).count == 1
            guard isRemoved else { return }
            try connection.ask(
                "DELETE FROM uploads WHERE digest = $1", [.bytes(digest.bytes)])
        }
        return isRemoved
    }
}
