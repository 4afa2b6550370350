import Attestation

/// The tables of a ledger in a PostgreSQL database.
///
/// Nothing in them needs more than an engine of the same protocol has: no triggers, procedures, advisory
/// locks or sequences. The order is made by one row, which each batch moves on.
enum PostgresSchema {
    /// The version that this program writes and reads.
    static let version = 2

    /// The schema that all of it lies in.
    static let name = "readiness"

    /// - `entries`, `rollout_entries`, `texts`, `restarts` and `log` are what they are in SQLite; `said`
    ///   is the digest of a signature with its statement, by which each is there once.
    /// - `rollout_entries` has the running hash up to each entry, so that its last row is the chain.
    /// - `rollouts` names the rollouts of each bucket, and `buckets` has the hash over them after each
    ///   batch that changed it: nothing but `log` is ever updated.
    /// - `content` has the files that statements name, in parts; `content_files` those that are whole.
    /// - `uploads` and `upload_files` have those that no statement named yet, and when each was brought or
    ///   wanted last, in milliseconds since 1970: they are removed again, or moved.
    /// - `signed` has the newest checkpoint that any server signed.
    /// - `read_tokens` has the digests of tokens, `settings` the version and the public key of the log.
    static let tables = """
        CREATE TABLE settings (
            name text COLLATE "C" PRIMARY KEY,
            value text COLLATE "C" NOT NULL
        );
        CREATE TABLE entries (
            sequence bigint PRIMARY KEY CHECK (sequence >= 1),
            recorded_at bigint NOT NULL,
            digest bytea NOT NULL CHECK (length(digest) = 32),
            said bytea UNIQUE CHECK (length(said) = 32),
            subtrees bytea NOT NULL,
            bytes bytea NOT NULL CHECK (length(bytes) <= 65535)
        );
        CREATE TABLE rollout_entries (
            rollout text COLLATE "C" NOT NULL,
            ordinal bigint NOT NULL CHECK (ordinal >= 1),
            sequence bigint NOT NULL,
            link bytea NOT NULL CHECK (length(link) = 32),
            PRIMARY KEY (rollout, ordinal)
        );
        CREATE TABLE rollouts (
            bucket bigint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
            rollout text COLLATE "C" NOT NULL,
            PRIMARY KEY (bucket, rollout)
        );
        CREATE TABLE buckets (
            bucket bigint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
            sequence bigint NOT NULL,
            digest bytea NOT NULL CHECK (length(digest) = 32),
            PRIMARY KEY (bucket, sequence)
        );
        CREATE TABLE texts (
            digest bytea NOT NULL CHECK (length(digest) = 32),
            rollout text COLLATE "C" NOT NULL,
            place text COLLATE "C" NOT NULL,
            sequence bigint NOT NULL,
            PRIMARY KEY (digest, rollout, place)
        );
        CREATE TABLE restarts (
            sequence bigint PRIMARY KEY CHECK (sequence >= 2)
        );
        CREATE TABLE log (
            id bigint PRIMARY KEY CHECK (id = 1),
            size bigint NOT NULL CHECK (size >= 0),
            peaks bytea NOT NULL,
            previous bytea NOT NULL
        );
        CREATE TABLE content_files (
            digest bytea PRIMARY KEY CHECK (length(digest) = 32),
            size bigint NOT NULL CHECK (size >= 0)
        );
        CREATE TABLE content (
            digest bytea NOT NULL CHECK (length(digest) = 32),
            part bigint NOT NULL CHECK (part >= 0),
            bytes bytea NOT NULL,
            PRIMARY KEY (digest, part)
        );
        CREATE TABLE upload_files (
            digest bytea PRIMARY KEY CHECK (length(digest) = 32),
            size bigint NOT NULL CHECK (size >= 0),
            brought_at bigint NOT NULL
        );
        CREATE TABLE uploads (
            digest bytea NOT NULL CHECK (length(digest) = 32),
            part bigint NOT NULL CHECK (part >= 0),
            bytes bytea NOT NULL,
            PRIMARY KEY (digest, part)
        );
        CREATE TABLE signed (
            id bigint PRIMARY KEY CHECK (id = 1),
            size bigint NOT NULL CHECK (size >= 0),
            note bytea NOT NULL
        );
        CREATE TABLE read_tokens (
            line text COLLATE "C" PRIMARY KEY
        );
        INSERT INTO log VALUES (1, 0, '', '');
        INSERT INTO signed VALUES (1, 0, '');
        INSERT INTO settings VALUES ('version', '\(version)');
        """

    /// Everything that makes a ledger of an empty place in a database.
    static var creation: String { "CREATE SCHEMA \(name); SET search_path TO \(name); \(tables)" }

    /// The tables that the role of the servers only adds to.
    private static let grown = [
        "settings", "entries", "rollout_entries", "rollouts", "buckets", "texts", "restarts",
        "content_files", "content", "read_tokens",
    ]
    /// Those with one row, which is moved on.
    private static let moved = ["log", "signed"]
    /// Those of what nobody named yet.
    private static let passing = ["upload_files", "uploads"]

    /// What the role that the servers connect as may do, as statements for whoever owns the tables.
    static func grants(to role: String) -> String {
        let quoted =
            "\""
            + role.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        func names(_ tables: [String]) -> String {
            tables.map { "\(name).\($0)" }.joined(separator: ", ")
        }
        return """
            GRANT USAGE ON SCHEMA \(name) TO \(quoted);
            GRANT SELECT, INSERT ON \(names(grown)) TO \(quoted);
            GRANT SELECT, UPDATE ON \(names(moved)) TO \(quoted);
            GRANT SELECT, INSERT, UPDATE, DELETE ON \(names(passing)) TO \(quoted);
            """
    }
}
