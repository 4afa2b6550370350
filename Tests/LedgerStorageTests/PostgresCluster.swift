import Foundation
import LedgerStorage
import PostgresStorage
import Rollout
import Synchronization
import Testing

/// A PostgreSQL server, which is stopped when nobody holds it any more, at the latest with the tests.
final class PostgresCluster: Sendable {
    /// The folder of its socket.
    let folder: String
    private let orders: Mutex<FileHandle>
    private let answers: Mutex<FileHandle>
    private let process: Mutex<Process>

    /// What starts one: beside the tests.
    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Support/postgres-cluster")

    /// Whether the tests run with it: a version that is new enough is installed, or must be.
    static var isWanted: Bool {
        let versions = try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")
        if versions?.contains(where: { Int($0).map { $0 >= 15 } ?? false }) ?? false { return true }
        if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
        print(
            "Skipped with PostgreSQL: there is none of version 15 or newer (Debian's postgresql).")
        return false
    }

    /// The one that most tests share, each with databases of its own.
    private static let shared = Mutex<PostgresCluster?>(nil)

    struct DidNotStart: Error {}

    /// Starts a server with some settings.
    init(_ settings: [String] = []) throws {
        let process = Process()
        let orders = Pipe()
        let answers = Pipe()
        process.executableURL = Self.program
        process.arguments = ["max_connections=500"] + settings
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
        self.process = Mutex(process)
        self.orders = Mutex(orders.fileHandleForWriting)
        self.answers = Mutex(answers.fileHandleForReading)
        folder = try Self.line(of: answers.fileHandleForReading)
    }

    /// The next line of an output; throws where it ends.
    private static func line(of file: FileHandle) throws -> String {
        var bytes: [UInt8] = []
        while let next = try file.read(upToCount: 1)?.first {
            guard next != 10 else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(next)
        }
        throw DidNotStart()
    }

    /// Kills all of its processes at once, and starts it again.
    func crash() throws { try order("crash") }

    func stop() throws { try order("stop") }

    func start() throws { try order("start") }

    private func order(_ word: String) throws {
        try orders.withLock { try $0.write(contentsOf: Data("\(word)\n".utf8)) }
        try answers.withLock { _ = try Self.line(of: $0) }
    }

    /// The server that most tests share.
    static func common() throws -> PostgresCluster {
        try shared.withLock { cluster in
            let started = try cluster ?? PostgresCluster()
            cluster = started
            return started
        }
    }

    /// The place of a new ledger in the shared server.
    static func location(in folder: String) async throws -> LedgerLocation {
        try await common().newDatabase().location(in: folder)
    }

    /// The address of a database for a role.
    func address(_ name: String, role: String = "owner") -> String {
        "postgresql://\(role)@/\(name)?host=\(folder)"
    }

    /// Makes a database with the tables of a ledger, which `writer` may add to.
    func newDatabase() async throws -> PostgresDatabase {
        try database(await newName())
    }

    /// The name of such a database, which keeps the file that sign-offs of the samples name.
    func newName() async throws -> String {
        let name = try await newEmptyName()
        let digest = "decode('\(Samples.digest.hex)', 'hex')"
        try run(
            name,
            """
            INSERT INTO readiness.content VALUES (\(digest), 0, 'a step');
            INSERT INTO readiness.content_files VALUES (\(digest), 6)
            """)
        return name
    }

    /// The name of one that keeps no file.
    func newEmptyName() async throws -> String {
        let name = "ledger_\(UInt64.random(in: .min ... .max))"
        try run(
            "postgres",
            """
            DO $$ BEGIN CREATE ROLE writer LOGIN; EXCEPTION WHEN duplicate_object THEN NULL;
            WHEN unique_violation THEN NULL; END $$
            """)
        try run("postgres", "CREATE DATABASE \(name)")
        let owner = PostgresDatabase(try PostgresAddress(address(name)))
        let location = owner.location(in: folder)
        _ = try await owner.create(role: "writer", for: location)
        try await owner.grant(role: "writer", for: location)
        return name
    }

    func database(_ name: String) throws -> PostgresDatabase {
        PostgresDatabase(try PostgresAddress(address(name, role: "writer")))
    }

    /// Has the superuser carry out some SQL, and returns what it prints.
    @discardableResult
    func run(_ database: String, _ sql: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/psql")
        process.arguments = ["-qtAX", "-v", "ON_ERROR_STOP=1", "-d", address(database), "-c", sql]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "psql refused: \(sql)")
        return String(decoding: text, as: UTF8.self)
    }
}
