import Attestation
import Foundation
import LedgerStorage
import PostgresStorage
import Rollout
import Testing

/// What a ledger in PostgreSQL does not put up with.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(10)))
struct PostgresRefusalTests {
    /// A ledger of some entries, and the name of its database.
    private func withLedger(
        _ work: (any ServedLedger, PostgresCluster, String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder async throws in
            let cluster = try PostgresCluster.common()
            let name = try await cluster.newName()
            let database = try cluster.database(name)
            let ledger = database.location(in: folder).servedLedger()
            _ = try await ledger.append(Samples.everyKind, at: Samples.now)
            try await work(ledger, cluster, name)
            try await database.close()
        }
    }

    private func complaint(_ work: () async throws -> Void) async -> String {
        do {
            try await work()
            return "nothing"
        } catch {
            return "\(error)"
        }
    }

    /// Something that is not to be put up with, and words of the error.
    struct Setting: CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let words: String
    }

    static let unfit = [
        Setting(
            testDescription: "commits that do not wait for the disk",
            sql: "ALTER ROLE writer IN DATABASE DB SET synchronous_commit = off",
            words: "synchronous_commit = off"),
        Setting(
            testDescription: "commits that do not wait for the standby",
            sql: "ALTER ROLE writer IN DATABASE DB SET synchronous_commit = local",
            words: "synchronous_commit = local"),
        Setting(
            testDescription: "a newer version",
            sql: "UPDATE readiness.settings SET value = '99' WHERE name = 'version'",
            words: "newer than this program knows"),
        Setting(
            testDescription: "a version that is no number",
            sql: "UPDATE readiness.settings SET value = 'x' WHERE name = 'version'",
            words: "its version cannot be read"),
        Setting(
            testDescription: "no tables", sql: "DROP SCHEMA readiness CASCADE",
            words: "readiness-server init-database"),
        Setting(
            testDescription: "a database that takes nothing new",
            sql: "ALTER ROLE writer IN DATABASE DB SET default_transaction_read_only = on",
            words: "read-only"),
    ]

    @Test("A database that might lose or not understand entries is refused", arguments: unfit)
    func settings(setting: Setting) async throws {
        try await withLedger { _, cluster, name async throws in
            try cluster.run(name, setting.sql.replacing("DB", with: name))
            let database = try cluster.database(name)
            let ledger = database.location(in: "/nowhere").servedLedger()
            for work in [
                { _ = try await ledger.all() },
                { _ = try await ledger.append([Samples.waiver()], at: Samples.now) },
            ] as [() async throws -> Void] {
                let words = await complaint(work)
                #expect(words.contains(setting.words), "\(words)")
            }
            try await database.close()
        }
    }

    @Test("A disk that is full is told as such; nothing is half recorded, and the ledger goes on")
    func full() async throws {
        try await withLedger { ledger, cluster, name async throws in
            // What PostgreSQL answers where a table cannot grow, for want of a disk to fill.
            try cluster.run(
                name,
                """
                CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN
                RAISE EXCEPTION 'could not extend file: No space left' USING ERRCODE = '53100';
                END $$ LANGUAGE plpgsql;
                CREATE TRIGGER full_disk BEFORE INSERT ON readiness.rollout_entries
                FOR EACH ROW EXECUTE FUNCTION full_disk()
                """)
            let words = await complaint {
                _ = try await ledger.append([Samples.waiver("late")], at: Samples.now)
            }
            #expect(
                words.contains("is full") && words.contains("Nothing was recorded."), "\(words)")
            #expect(try await ledger.all().count == Samples.everyKind.count)
            try cluster.run(name, "DROP TRIGGER full_disk ON readiness.rollout_entries")
            let next = try await ledger.append([Samples.waiver("late")], at: Samples.now)
            #expect(next.map(\.sequence) == [Samples.everyKind.count + 1])
            #expect(try await ledger.damages().isEmpty)
        }
    }

    @Test("A server without fsync is refused")
    func fsync() async throws {
        let cluster = try PostgresCluster(["fsync=off"])
        let words = await complaint { _ = try await cluster.newName() }
        #expect(words.contains("fsync = off"), "\(words)")
    }

    @Test(
        "The role of the servers changes and removes nothing",
        arguments: [
            "UPDATE readiness.entries SET recorded_at = 1", "DELETE FROM readiness.entries",
            "TRUNCATE readiness.entries", "DROP TABLE readiness.entries",
            "UPDATE readiness.rollout_entries SET sequence = 1", "DELETE FROM readiness.texts",
            "DELETE FROM readiness.log", "INSERT INTO readiness.log VALUES (2, 0, '', '')",
            "UPDATE readiness.settings SET value = '1'", "DELETE FROM readiness.content",
            "UPDATE readiness.buckets SET sequence = 1", "DELETE FROM readiness.read_tokens",
            "DELETE FROM readiness.content_files", "DELETE FROM readiness.signed",
            "ALTER TABLE readiness.entries DISABLE TRIGGER ALL",
            "CREATE TABLE readiness.other (id int)",
        ])
    func rights(sql: String) async throws {
        try await withLedger { ledger, cluster, name async throws in
            let said = try cluster.refusal(of: sql, in: name, role: "writer")
            #expect(said.contains("permission denied") || said.contains("must be owner"), "\(said)")
            #expect(try await ledger.damages().isEmpty)
        }
    }

    /// What somebody changes who may, and how it is noticed.
    static let forgeries: [(sql: String, inReading: Bool)] = [
        ("UPDATE readiness.entries SET bytes = bytes || '\\x20' WHERE sequence = 5", true),
        ("UPDATE readiness.entries SET recorded_at = recorded_at + 1 WHERE sequence = 4", true),
        ("DELETE FROM readiness.entries WHERE sequence = 8", true),
        ("DELETE FROM readiness.entries WHERE sequence = 4", true),
        ("DELETE FROM readiness.rollout_entries WHERE sequence = 5", true),
        ("UPDATE readiness.rollout_entries SET link = digest(sequence) WHERE sequence = 8", true),
        ("UPDATE readiness.buckets SET digest = digest(sequence)", true),
        ("DELETE FROM readiness.rollouts WHERE rollout = 'second'", true),
        ("UPDATE readiness.log SET size = 7", true),
        ("UPDATE readiness.log SET peaks = digest(size)", true),
        ("UPDATE readiness.entries SET subtrees = digest(sequence) WHERE sequence = 4", false),
        ("INSERT INTO readiness.texts VALUES (digest(1), 'second', 'p', 4)", false),
        ("INSERT INTO readiness.restarts VALUES (5)", false),
    ]

    @Test("What somebody changed past the servers is noticed", arguments: forgeries)
    func forged(sql: String, inReading: Bool) async throws {
        try await withLedger { ledger, cluster, name async throws in
            try cluster.run(
                name,
                """
                CREATE FUNCTION digest(n bigint) RETURNS bytea
                AS $$ SELECT sha256(n::text::bytea) $$ LANGUAGE sql
                """)
            try cluster.run(name, sql)
            #expect(try await !ledger.damages().isEmpty)
            guard inReading else { return }
            let read = await complaint {
                let reading = try await ledger.reading(of: "second", asOf: .everything)
                if !reading.state.warnings.isEmpty { throw CancellationError() }
            }
            #expect(read != "nothing")
        }
    }

    @Test("Secrets are in no message", arguments: ["hunter2", "a b&c"])
    func secrets(password: String) async throws {
        let escaped = password.replacing(" ", with: "%20").replacing("&", with: "%26")
        let address = try PostgresAddress("postgresql://eve:\(escaped)@127.0.0.1:1/db")
        let database = PostgresDatabase(address)
        let words = await complaint {
            _ = try await database.location(in: "/nowhere").servedLedger().all()
        }
        #expect(words.contains("cannot be reached"))
        for text in [words, database.address] { #expect(!text.contains(password), "\(text)") }
        let mistake = #expect(throws: PostgresAddress.Mistake.self) {
            try PostgresAddress("postgresql://eve:\(password)@[::1/db")
        }
        #expect(mistake.map { !"\($0)".contains(password) } == true)
    }

    @Test(
        "An address that others could read along is told",
        arguments: [
            ("postgresql:///readiness", false), ("postgresql://u@localhost/x", false),
            ("postgresql://u@127.0.0.1:5433/x", false), ("postgresql:///x?host=/run/pg", false),
            ("postgresql://u@db.example.com/x", true),
            ("postgresql://u@db.example.com/x?sslmode=require", true),
            ("postgresql://u@db.example.com/x?sslmode=verify-full", false),
            ("postgresql://u@localhost,db.example.com/x", true),
        ])
    func open(address: String, isOpen: Bool) throws {
        #expect(try PostgresAddress(address).isOpenOnTheWay == isOpen)
    }
}

extension PostgresCluster {
    /// What the server says to some SQL that it refuses.
    func refusal(of sql: String, in database: String, role: String) throws -> String {
        let process = Process()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/psql")
        process.arguments = ["-qtAX", "-d", address(database, role: role), "-c", sql]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus != 0, "it was allowed: \(sql)")
        return String(decoding: text, as: UTF8.self)
    }
}
