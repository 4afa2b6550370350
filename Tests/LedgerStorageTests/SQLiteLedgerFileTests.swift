import Foundation
import GRDB
import LedgerStorage
import Rollout
import Testing

/// What an SQLite ledger does with the file system.
struct SQLiteLedgerFileTests {
    @Test("Reading a ledger that does not exist is reading an empty one, and creates nothing")
    func absent() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/.readiness/ledger.sqlite"))
            #expect(try await ledger.all().isEmpty)
            #expect(try await ledger.lines(of: "first").isEmpty)
            #expect(try await ledger.text(Samples.digest) == nil)
            #expect(try names(in: folder).isEmpty)
        }
    }

    @Test("The first append creates the folders and the file for their owner alone")
    func creation() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/a/.readiness/ledger.sqlite"
            let ledger = SQLiteLedger(LedgerLocation(path: path))
            _ = try await ledger.append([Samples.waiver()], at: Samples.now)
            #expect(try permissions(of: "\(folder)/a") == "700")
            #expect(try permissions(of: "\(folder)/a/.readiness") == "700")
            for name in try names(in: "\(folder)/a/.readiness") {
                #expect(try permissions(of: "\(folder)/a/.readiness/\(name)") == "600", "\(name)")
            }
        }
    }

    @Test("Permissions that somebody chose stay as they are")
    func sharedPermissions() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.sqlite"
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o664], ofItemAtPath: path)
            _ = try await SQLiteLedger(LedgerLocation(path: path)).append(
                [Samples.waiver()], at: Samples.now)
            #expect(try permissions(of: path) == "664")
        }
    }

    @Test("A commit waits for the disk")
    func durability() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            #expect(try await ledger.setting("synchronous") == nil)
            _ = try await ledger.append([Samples.waiver()], at: Samples.now)
            #expect(try await ledger.setting("synchronous") == 2)
            let mode = try await DatabaseQueue(path: "\(folder)/ledger.sqlite").read {
                try String.fetchOne($0, sql: "PRAGMA journal_mode")
            }
            #expect(mode == "wal")
        }
    }

    @Test("Closing and reading leave nothing beside the ledger, and appending goes on")
    func tidiness() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            for count in 1...2 {
                _ = try await ledger.append([Samples.waiver()], at: Samples.now)
                try await ledger.close()
                #expect(try names(in: folder) == ["ledger.sqlite"])
                #expect(try await ledger.all().count == count)
                #expect(try names(in: folder) == ["ledger.sqlite"])
            }
            try await ledger.close()
        }
    }

    @Test("An empty file is an empty ledger, and the first append makes it one")
    func emptyFile() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.sqlite"
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            let ledger = SQLiteLedger(LedgerLocation(path: path))
            #expect(try await ledger.all().isEmpty)
            _ = try await ledger.append([Samples.waiver()], at: Samples.now)
            #expect(try await ledger.all().count == 1)
        }
    }

    /// Something that stands where the ledger should be.
    enum Obstacle: CaseIterable {
        case text, folder, queue, foreignDatabase, foreignTables, newerLedger, earlierLedger,
            unreleasedLedger, pathThroughFile

        /// Puts the obstacle in place; returns the path of the ledger.
        func place(in folder: String) async throws -> String {
            let path = "\(folder)/ledger.sqlite"
            switch self {
            case .text:
                try String(repeating: "not a database\n", count: 100)
                    .write(toFile: path, atomically: false, encoding: .utf8)
            case .folder:
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: false)
            case .queue: #expect(mkfifo(path, 0o600) == 0)
            case .foreignDatabase:
                try await execute("PRAGMA application_id = 7; CREATE TABLE t (a)", at: path)
            case .foreignTables: try await execute("CREATE TABLE entries (a)", at: path)
            case .newerLedger, .earlierLedger:
                _ = try await SQLiteLedger(LedgerLocation(path: path)).append(
                    [Samples.waiver()], at: Samples.now)
                let version = self == .newerLedger ? 99 : 2
                try await execute("PRAGMA user_version = \(version)", at: path)
            case .unreleasedLedger:
                try await execute(
                    """
                    CREATE TABLE records (sequence INTEGER PRIMARY KEY);
                    PRAGMA application_id = 1382304871; PRAGMA user_version = 1
                    """, at: path)
            case .pathThroughFile:
                try "".write(toFile: path, atomically: false, encoding: .utf8)
                return "\(path)/ledger.sqlite"
            }
            return path
        }

        /// Everything is in the file itself at the end, also where another connection is still open
        /// and would bring it there when it is closed.
        private func execute(_ sql: String, at path: String) async throws {
            try await DatabaseQueue.patient(path).writeWithoutTransaction {
                try $0.execute(sql: sql)
                try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }

        var cause: LedgerError.Cause {
            switch self {
            case .text: return .notALedger(reason: "it is not an SQLite database")
            case .folder: return .notALedger(reason: "it is a folder")
            case .queue: return .notALedger(reason: "it is not a regular file")
            case .foreignDatabase, .foreignTables:
                return .notALedger(reason: "it is an SQLite database of another program")
            case .newerLedger: return .newerVersion(99)
            case .earlierLedger: return .unreleasedVersion(2)
            case .unreleasedLedger: return .unreleasedVersion(1)
            case .pathThroughFile:
                return .unreadable(reason: "a part of its path is a file, not a folder")
            }
        }
    }

    @Test("What is not a ledger is refused and left alone", arguments: Obstacle.allCases)
    func obstacles(obstacle: Obstacle) async throws {
        try await withTemporaryFolder { folder async throws in
            let path = try await obstacle.place(in: folder)
            let before = obstacle == .queue ? nil : FileManager.default.contents(atPath: path)
            let ledger = SQLiteLedger(LedgerLocation(path: path))
            await #expect(throws: LedgerError(LedgerLocation(path: path), obstacle.cause)) {
                _ = try await ledger.all()
            }
            await #expect(throws: LedgerError(LedgerLocation(path: path), obstacle.cause)) {
                try await ledger.append([Samples.waiver()], at: Samples.now)
            }
            if obstacle != .queue {
                #expect(FileManager.default.contents(atPath: path) == before)
            }
        }
    }

    @Test("A path that SQLite would take for something else is a file")
    func specialNames() async throws {
        try await withTemporaryFolder { folder async throws in
            for name in ["file:x?mode=memory", "per%20cent #1 ?mode=ro", ":memory:"] {
                let path = "\(folder)/\(name)"
                _ = try await SQLiteLedger(LedgerLocation(path: path)).append(
                    [Samples.waiver()], at: Samples.now)
                #expect(try names(in: folder).contains(name))
                #expect(try await SQLiteLedger(LedgerLocation(path: path)).all().count == 1)
            }
        }
    }

    @Test("A symbolic link leads to its ledger")
    func symbolicLink() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.sqlite"
            let link = "\(folder)/link.sqlite"
            _ = try await SQLiteLedger(LedgerLocation(path: path)).append(
                [Samples.waiver()], at: Samples.now)
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: path)
            let entries = try await SQLiteLedger(LedgerLocation(path: link)).append(
                [Samples.decision()], at: Samples.now)
            #expect(entries.map(\.sequence) == [2])
            #expect(try await SQLiteLedger(LedgerLocation(path: path)).all().count == 2)
        }
    }

    @Test("Records that went to a file which is no longer the ledger are not acknowledged")
    func replacedFile() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.sqlite"
            let ledger = SQLiteLedger(LedgerLocation(path: path))
            _ = try await ledger.append([Samples.waiver()], at: Samples.now)
            for name in try names(in: folder) {
                try FileManager.default.moveItem(
                    atPath: "\(folder)/\(name)", toPath: "\(folder)/old-\(name)")
            }
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.append([Samples.waiver()], at: Samples.now)
            }
            #expect(error?.description.contains("moved, removed or replaced") == true)
        }
    }

    @Test("A log that is left over from a lost ledger is not taken for an empty ledger")
    func lostFile() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.sqlite"
            try "frames".write(toFile: "\(path)-wal", atomically: false, encoding: .utf8)
            let error = await #expect(throws: LedgerError.self) {
                try await SQLiteLedger(LedgerLocation(path: path)).all()
            }
            #expect(error?.description.contains("-wal still holds entries") == true)
        }
    }
}
