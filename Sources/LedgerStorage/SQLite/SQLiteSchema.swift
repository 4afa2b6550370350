import GRDB

/// The tables of a ledger database, and how a ledger is told from other databases.
enum SQLiteSchema {
    /// SQLite's application id of a ledger: the letters `RdLg`.
    static let applicationID = 0x5264_4C67

    /// A step from one version of the schema to the next.
    struct Migration {
        let name: String
        let sql: String
    }

    /// All migrations, oldest first; the version of a ledger is the number of those it has been
    /// through.
    ///
    /// A migration that was ever released is never edited. `INSERT OR REPLACE` would remove a row
    /// without firing the delete trigger, so the insert trigger refuses every row that could
    /// replace another one.
    static let migrations = [
        Migration(
            name: "records",
            sql: """
                CREATE TABLE records (
                    sequence INTEGER PRIMARY KEY NOT NULL CHECK (sequence >= 1),
                    checklist TEXT NOT NULL,
                    digest TEXT NOT NULL,
                    text_digest TEXT UNIQUE,
                    bytes BLOB NOT NULL
                ) STRICT;
                CREATE INDEX records_by_checklist ON records (checklist, sequence);
                CREATE TRIGGER records_are_never_changed BEFORE UPDATE ON records
                BEGIN
                    SELECT RAISE (ABORT, 'a record of the ledger is never changed');
                END;
                CREATE TRIGGER records_are_never_removed BEFORE DELETE ON records
                BEGIN
                    SELECT RAISE (ABORT, 'a record of the ledger is never removed');
                END;
                CREATE TRIGGER records_leave_no_gap BEFORE INSERT ON records
                WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM records)
                BEGIN
                    SELECT RAISE (ABORT, 'a record of the ledger follows the one before it');
                END;
                CREATE TRIGGER records_keep_a_text_once BEFORE INSERT ON records
                WHEN EXISTS (SELECT 1 FROM records WHERE text_digest = NEW.text_digest)
                BEGIN
                    SELECT RAISE (ABORT, 'the ledger keeps the text of a checklist once');
                END;
                """)
    ]

    /// The version that this program writes and reads.
    static var version: Int { migrations.count }

    /// What a database turns out to be.
    enum Identity: Equatable {
        /// A database without any tables.
        case empty
        /// A ledger of the current version.
        case ledger
        /// A ledger of a version that this program does not know.
        case newer(version: Int)
        /// Something else.
        case foreign
        /// A ledger whose tables or triggers are not the ones that this program made.
        case altered
    }

    /// Looks at a database without changing it.
    static func identity(_ database: Database) throws -> Identity {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let objects = try objects(database)
        if application == 0, version == 0, objects.isEmpty { return .empty }
        guard application == applicationID else { return .foreign }
        guard version <= Self.version else { return .newer(version: version) }
        // The triggers are what keeps other programs from changing records by accident, so they
        // must be there.
        let expected = try DatabaseQueue().write { reference in
            try create(reference)
            return try Self.objects(reference)
        }
        return version == Self.version && objects == expected ? .ledger : .altered
    }

    /// Makes the tables of a ledger in an empty database; the caller holds a transaction.
    static func create(_ database: Database) throws {
        for migration in migrations { try database.execute(sql: migration.sql) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Every table, index and trigger with the statement that made it, except SQLite's own.
    private static func objects(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
                WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, name
                """)
    }
}
