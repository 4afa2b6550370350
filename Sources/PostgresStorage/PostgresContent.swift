import LedgerStorage
import Rollout

/// The files that statements name, as the database has them: in parts, whole where they are listed.
///
/// What no statement named yet lies apart: the role of the servers may remove nothing else.
struct PostgresContent {
    let connection: PostgresConnection
    let location: LedgerLocation

    /// How many bytes of a file are in a row.
    private static let part = 1 << 20

    /// Keeps bytes by their digest, for good; where they are there nothing is done.
    func keep(_ bytes: [UInt8], as digest: ContentDigest) throws {
        guard try !holds(digest) else { return }
        try connection.writing {
            try insert(bytes, of: digest, into: "content")
            try connection.ask(
                "INSERT INTO content_files VALUES ($1, $2) ON CONFLICT DO NOTHING",
                [.bytes(digest.bytes), .integer(bytes.count)])
        }
    }

    func holds(_ digest: ContentDigest) throws -> Bool {
        try connection.ask(
            "SELECT 1 FROM content_files WHERE digest = $1", [.bytes(digest.bytes)]
        ).count == 1
    }

    /// The bytes of a digest, named or not; nil where they are not there, and an error where they are
    /// other ones.
    func bytes(of digest: ContentDigest) throws -> [UInt8]? {
        // In one state: meanwhile a statement may come to name it, and it moves.
        let found = try connection.reading { () -> [UInt8]? in
            if try holds(digest) { return try parts(of: digest, from: "content") }
            guard try PostgresUploads(self).holds(digest) else { return nil }
            return try parts(of: digest, from: "uploads")
        }
        guard let bytes = found else { return nil }
        guard ContentDigest(of: bytes) == digest else {
            throw LedgerError(
                location,
                .failed(
                    reason: "the file \(digest) in the database is damaged or was tampered with; "
                        + "bring it back from a backup"))
        }
        return bytes
    }

    /// Stores the parts of a file; those that are there stay as they are.
    func insert(_ bytes: [UInt8], of digest: ContentDigest, into table: String) throws {
        var part = 0
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.part, bytes.count)
            try connection.ask(
                "INSERT INTO \(table) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                [.bytes(digest.bytes), .integer(part), .bytes(Array(bytes[start..<end]))])
            start = end
            part += 1
        }
    }

    private func parts(of digest: ContentDigest, from table: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part = 0
        while true {
            let rows = try connection.ask(
                "SELECT bytes FROM \(table) WHERE digest = $1 AND part = $2",
                [.bytes(digest.bytes), .integer(part)])
            guard rows.count == 1, let next = rows.bytes(0, 0) else { return bytes }
            bytes += next
            part += 1
        }
    }
}
