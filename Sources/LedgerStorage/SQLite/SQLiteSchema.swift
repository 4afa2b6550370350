import Attestation
import GRDB

/// The tables of a ledger database, and how a ledger is told from other databases.
enum SQLiteSchema {
    /// SQLite's application id of a ledger: the letters `RdLg`.
    static let applicationID = 0x5264_4C67

    /// That of a copy of a server's ledger: the letters `RdCp`.
    ///
    /// However the file is named, linked or copied, nobody takes it for a ledger of its own.
    static let copyID = 0x5264_4370

    /// The version that this program writes and reads.
    ///
    /// Versions 1, which held records, and 2, which counted entries without a hash over them, were
    /// never released and are refused.
    static let version = 3

    /// What makes the tables, each as SQLite keeps it in its schema.
    ///
    /// - `entries` has the entries; `subtrees` are the hashes of the subtrees of the Merkle tree that
    ///   an entry completes, one for each bit after the last 1 of its sequence, so that every
    ///   earlier root takes some rows and no others.
    /// - `rollout_entries` names the entries of each rollout without gaps.
    /// - `texts` finds the text of a checklist by its digest.
    /// - `rollouts` has how many entries each rollout has and the running hash over them, and
    ///   `buckets` the hashes over these rows, which the next entry carries the hash of.
    /// - `restarts` names the entries before which time ran backwards: corrections of a clock.
    /// - `log` has one row: how many entries there are, the peaks of the tree over them, and the
    ///   running hash that the rollout of the newest entry had before it.
    ///
    /// `INSERT OR REPLACE` would remove a row without firing the delete trigger, so the insert
    /// triggers refuse every row that could replace another one.
    static let objects =
        [
            """
            CREATE TABLE entries (
                sequence INTEGER PRIMARY KEY NOT NULL CHECK (sequence >= 1),
                recorded_at INTEGER NOT NULL,
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                subtrees BLOB NOT NULL,
                bytes BLOB NOT NULL CHECK (length(bytes) <= 65535)
            ) STRICT
            """,
            """
            CREATE TABLE rollout_entries (
                rollout TEXT NOT NULL,
                ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                sequence INTEGER NOT NULL,
                PRIMARY KEY (rollout, ordinal)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE texts (
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                rollout TEXT NOT NULL,
                place TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                PRIMARY KEY (digest, rollout, place)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE rollouts (
                bucket INTEGER NOT NULL CHECK (bucket BETWEEN 0 AND 255),
                rollout TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count >= 1),
                link BLOB NOT NULL CHECK (length(link) = 32),
                PRIMARY KEY (bucket, rollout)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE buckets (
                bucket INTEGER PRIMARY KEY NOT NULL CHECK (bucket BETWEEN 0 AND 255),
                digest BLOB NOT NULL CHECK (length(digest) = 32)
            ) STRICT
            """,
            """
            CREATE TABLE restarts (
                sequence INTEGER PRIMARY KEY NOT NULL CHECK (sequence >= 2)
            ) STRICT
            """,
            """
            CREATE TABLE log (
                id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
                size INTEGER NOT NULL,
                peaks BLOB NOT NULL,
                previous BLOB NOT NULL
            ) STRICT
            """,
            """
            CREATE TRIGGER entries_leave_no_gap BEFORE INSERT ON entries
            WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
            BEGIN
                SELECT RAISE (ABORT, 'an entry of the ledger follows the one before it');
            END
            """,
            """
            CREATE TRIGGER rollout_entries_leave_no_gap BEFORE INSERT ON rollout_entries
            WHEN NEW.ordinal IS NOT (
                SELECT coalesce(max(ordinal), 0) + 1 FROM rollout_entries WHERE rollout = NEW.rollout
            )
            BEGIN
                SELECT RAISE (ABORT, 'an entry of a rollout follows the one before it');
            END
            """,
            """
            CREATE TRIGGER texts_are_kept_once BEFORE INSERT ON texts
            WHEN EXISTS (
                SELECT 1 FROM texts
                WHERE digest = NEW.digest AND rollout = NEW.rollout AND place = NEW.place
            )
            BEGIN
                SELECT RAISE (ABORT, 'the ledger keeps the text of a checklist once');
            END
            """,
            """
            CREATE TRIGGER rollouts_are_counted_once BEFORE INSERT ON rollouts
            WHEN EXISTS (
                SELECT 1 FROM rollouts WHERE bucket = NEW.bucket AND rollout = NEW.rollout
            )
            BEGIN
                SELECT RAISE (ABORT, 'the ledger counts a rollout once');
            END
            """,
            """
            CREATE TRIGGER rollouts_only_grow BEFORE UPDATE ON rollouts
            WHEN NEW.bucket IS NOT OLD.bucket OR NEW.rollout IS NOT OLD.rollout
                OR NEW.count <= OLD.count
            BEGIN
                SELECT RAISE (ABORT, 'the entries of a rollout only grow');
            END
            """,
            """
            CREATE TRIGGER buckets_are_there_once BEFORE INSERT ON buckets
            WHEN EXISTS (SELECT 1 FROM buckets WHERE bucket = NEW.bucket)
            BEGIN
                SELECT RAISE (ABORT, 'the ledger has each bucket once');
            END
            """,
            """
            CREATE TRIGGER restarts_only_follow BEFORE INSERT ON restarts
            WHEN NEW.sequence <= (SELECT coalesce(max(sequence), 0) FROM restarts)
            BEGIN
                SELECT RAISE (ABORT, 'an entry of the ledger follows the one before it');
            END
            """,
            """
            CREATE TRIGGER log_has_one_row BEFORE INSERT ON log
            WHEN EXISTS (SELECT 1 FROM log)
            BEGIN
                SELECT RAISE (ABORT, 'the ledger has one log');
            END
            """,
            """
            CREATE TRIGGER log_only_grows BEFORE UPDATE ON log
            WHEN NEW.id IS NOT OLD.id OR NEW.size <= OLD.size
            BEGIN
                SELECT RAISE (ABORT, 'the log of the ledger only grows');
            END
            """,
        ] + neverChanged + neverRemoved

    private static let neverChanged = ["entries", "rollout_entries", "texts", "restarts"].map {
        table in
        """
        CREATE TRIGGER \(table)_are_never_changed BEFORE UPDATE ON \(table)
        BEGIN
            SELECT RAISE (ABORT, 'what the ledger holds is never changed');
        END
        """
    }

    private static let neverRemoved = [
        "entries", "rollout_entries", "texts", "rollouts", "buckets", "restarts", "log",
    ].map { table in
        """
        CREATE TRIGGER \(table)_are_never_removed BEFORE DELETE ON \(table)
        BEGIN
            SELECT RAISE (ABORT, 'what the ledger holds is never removed');
        END
        """
    }

    /// What a database turns out to be.
    enum Identity: Equatable {
        /// A database without any tables.
        case empty
        /// A ledger of the current version, or the copy of one that a server keeps.
        case ledger(isCopy: Bool)
        /// A ledger of another version.
        case version(Int)
        /// Something else.
        case foreign
        /// A ledger whose tables or triggers are not the ones that this program made.
        case altered
    }

    /// Looks at a database without changing it.
    static func identity(_ database: Database) throws -> Identity {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        // Everything except SQLite's own.
        let found = try String.fetchAll(
            database,
            sql: """
                SELECT coalesce(sql, name) FROM sqlite_schema
                WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'
                """)
        if application == 0, version == 0, found.isEmpty { return .empty }
        guard application == applicationID || application == copyID else { return .foreign }
        guard version == Self.version else { return .version(version) }
        // The triggers are what keeps other programs from changing entries by accident, so they
        // must be there.
        return found.count == objects.count && Set(found) == Set(objects)
            ? .ledger(isCopy: application == copyID) : .altered
    }

    /// Makes the tables of a ledger in an empty database; the caller holds a transaction.
    static func create(_ database: Database, isCopy: Bool) throws {
        for object in objects { try database.execute(sql: object) }
        try database.execute(sql: "INSERT INTO log VALUES (1, 0, x'', x'')")
        for (bucket, digest) in RolloutChains().buckets.enumerated() {
            try database.execute(
                sql: "INSERT INTO buckets VALUES (?, ?)",
                arguments: [bucket, SQLiteInsertion.data([digest])])
        }
        try database.execute(sql: "PRAGMA application_id = \(isCopy ? copyID : applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }
}

extension SQLiteSchema.Identity {
    /// Whether the database is a ledger; false for an empty one, and an error for anything else.
    func isLedger(_ location: LedgerLocation) throws(LedgerError) -> Bool {
        switch self {
        case .ledger(let isCopy):
            guard isCopy == (location.server != nil) else {
                throw LedgerError(location, isCopy ? .copyOfServer : .noCopy)
            }
            return true
        case .empty: return false
        case .version(let version):
            throw LedgerError(
                location,
                version < SQLiteSchema.version
                    ? .unreleasedVersion(version) : .newerVersion(version))
        case .foreign:
            throw LedgerError(
                location, .notALedger(reason: "it is an SQLite database of another program"))
        case .altered:
            throw .damaged(
                location, nil,
                "its tables, or the triggers that keep entries from being changed, are not the ones "
                    + "that this program made")
        }
    }
}
