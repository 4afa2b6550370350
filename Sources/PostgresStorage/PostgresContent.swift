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

    /// Keeps a file by its digest, for good; where it is there nothing is done.
    func keep(_ file: VerifiedContent) throws {
        let digest = file.reference.digest
        guard try !holds(digest) else { return }
        try connection.writing {
            try insert(file, into: .content)
            try connection.ask(
                "INSERT INTO content_files VALUES ($1, $2) ON CONFLICT DO NOTHING",
                [.bytes(digest.bytes), .integer(file.reference.size)])
        }
    }

    func holds(_ digest: ContentDigest) throws -> Bool {
        try connection.ask(
            "SELECT 1 FROM content_files WHERE digest = $1", [.bytes(digest.bytes)]
        ).count == 1
    }

    /// Where the parts of files lie.
    enum Table: String {
        /// Of those that statements name.
        case content
        /// Of those that none named yet.
        case uploads
    }

    /// Copies a file, named or not, beside the ledger; false where it is not there with its digest.
    func copy(_ digest: ContentDigest, to store: ContentStore) throws -> Bool {
        let upload = try store.upload()
        // In one state: meanwhile a statement may come to name it, and it moves.
        try connection.reading {
            if try holds(digest) {
                try read(digest, from: .content) { try upload.add($0) }
            } else if try PostgresUploads(self).holds(digest) {
                try read(digest, from: .uploads) { try upload.add($0) }
            }
        }
        guard upload.reference.digest == digest else { return false }
        try upload.keep()
        return true
    }

    /// Whether the parts of a file make it what its name says.
    func isWhole(_ digest: ContentDigest, in table: Table) throws -> Bool {
        var hasher = ContentDigest.Hasher()
        try read(digest, from: table) { hasher.add($0) }
        return hasher.digest == digest
    }

    /// Stores the parts of a file; those that are there stay as they are.
    func insert(_ file: VerifiedContent, into table: Table) throws {
        var part = 0
        while true {
            let bytes = try file.piece(Self.part)
            guard !bytes.isEmpty else { return }
            try connection.ask(
                "INSERT INTO \(table) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                [.bytes(file.reference.digest.bytes), .integer(part), .bytes(bytes)])
            part += 1
        }
    }

    private func read(
        _ digest: ContentDigest, from table: Table, _ take: ([UInt8]) throws -> Void
    ) throws {
        var part = 0
        while true {
            let rows = try connection.ask(
                "SELECT bytes FROM \(table) WHERE digest = $1 AND part = $2",
                [.bytes(digest.bytes), .integer(part)])
            guard rows.count == 1, let next = rows.bytes(0, 0) else { return }
            try take(Array(next))
            part += 1
        }
    }
}
