import Dispatch
import Foundation
import LedgerStorage
import Rollout
import Testing

/// What an SQLite ledger promises when several programs use it, and when one of them is killed.
struct LedgerProcessTests {
    /// How many programs are killed, and how many entries sixteen programs append; more of both by
    /// the environment.
    private static let kills = number("READINESS_KILLS") ?? 20
    private static let appends = number("READINESS_APPENDS") ?? 640

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    /// What a child printed for an entry that its ledger acknowledged.
    private func acknowledged(_ lines: [String]) -> [Int: String] {
        var digests: [Int: String] = [:]
        for line in lines {
            let words = line.split(separator: " ")
            if words.count == 2, let sequence = Int(words[0]) {
                digests[sequence] = String(words[1])
            }
        }
        return digests
    }

    /// Runs work that blocks its thread on a thread that tasks do not share.
    private func blocking<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
        }
    }

    /// Everything that was acknowledged is there as it was acknowledged, and nothing is missing
    /// between.
    private func expect(
        _ acknowledged: [Int: String], in ledger: any Ledger,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) async throws {
        let entries = try await ledger.all()
        #expect(
            entries.map(\.sequence) == Array(1...max(1, entries.count)),
            sourceLocation: sourceLocation)
        let stored = Dictionary(
            uniqueKeysWithValues: entries.map { ($0.sequence, $0.digest.description) })
        for (sequence, digest) in acknowledged {
            #expect(stored[sequence] == digest, sourceLocation: sourceLocation)
        }
    }

    /// Every hash of the tree is made anew, and leads to the root.
    private func expectWhole(
        _ ledger: any Ledger, _ size: Int,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) async throws {
        let damages = Gathered<String>()
        let extent = try await ledger.verify { damages.add("\($0)") }
        #expect(damages.all.isEmpty, sourceLocation: sourceLocation)
        #expect(extent.size == size, sourceLocation: sourceLocation)
        let state = try await ledger.reading(of: nil, asOf: .everything).state
        #expect(state.extent == extent, sourceLocation: sourceLocation)
    }

    @Test(
        "Killed in the middle of 500 appends, again and again: nothing acknowledged is lost",
        arguments: StoreKind.written, [1, 2, 3, 4] as [UInt64])
    func killed(kind: StoreKind, seed: UInt64) async throws {
        try await withTemporaryFolder { folder async throws in
            let (path, ledger) = try await kind.place(in: folder)
            var random = SeededGenerator(seed: seed)
            var all: [Int: String] = [:]
            for round in 1...max(1, Self.kills / 4) {
                // Two pipes full of lines, 109, may follow before the signal arrives.
                let limit = Int.random(in: 1..<380, using: &random)
                let (lines, status) = try await blocking {
                    let child = try ChildProcess(["append", path, "500", "round-\(round)"])
                    let lines = child.lines(killAfter: limit)
                    return (lines, child.end().status)
                }
                #expect(status == 128 + SIGKILL)
                #expect((limit..<500).contains(lines.count))
                all.merge(acknowledged(lines)) { _, _ in
                    Issue.record("A sequence was acknowledged twice.")
                    return ""
                }
                try await expect(all, in: ledger)
            }
            // What the killed programs left behind does not stop the next one.
            let next = try await ledger.append([Samples.waiver()], at: Samples.now)
            #expect(next.count == 1)
            try await expectWhole(ledger, try #require(next.first).sequence)
        }
    }

    @Test(
        "Sixteen programs append at once: all entries are there, each once",
        arguments: StoreKind.written)
    func together(kind: StoreKind) async throws {
        try await withTemporaryFolder { folder async throws in
            let (path, ledger) = try await kind.place(in: "\(folder)/new")
            let each = Self.appends / 16
            let results = try await withThrowingTaskGroup(
                of: (lines: [String], end: (status: CInt, errors: String)).self
            ) { group in
                for number in 0..<16 {
                    group.addTask {
                        try await blocking {
                            let child = try ChildProcess(["append", path, "\(each)", "n\(number)"])
                            return (child.lines(), child.end())
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for result in results {
                #expect(result.end.status == 0, "\(result.end.errors)")
                #expect(result.lines.count == each)
            }
            let all = acknowledged(results.flatMap(\.lines))
            #expect(all.count == 16 * each)
            try await expect(all, in: ledger)
            let entries = try await ledger.all()
            #expect(entries.count == 16 * each)
            try await expectWhole(ledger, 16 * each)
            for number in 0..<16 {
                #expect(entries.count { $0.statement.rollout.id == "n\(number)" } == each)
            }
        }
    }

    /// A user that may read but not write: nobody where the tests run as the superuser.
    private var otherUser: String { geteuid() == 0 ? "65534" : "\(geteuid())" }

    @Test("A ledger in a folder that cannot be written is read, and nothing is created beside it")
    func readOnlyFolder() async throws {
        try await withTemporaryFolder { folder async throws in
            let place = "\(folder)/read only %41?#"
            let path = "\(place)/ledger.sqlite"
            _ = try await blocking {
                let writer = try ChildProcess(["append", path, "3", "first"])
                return (writer.lines(), writer.end())
            }
            try setPermissions(0o555, 0o666, folder, place, path)
            defer { chmod(place, 0o755) }
            #expect(try names(in: place) == ["ledger.sqlite"])
            let user = otherUser
            let (lines, end) = try await blocking {
                let child = try ChildProcess(["count", path, user])
                return (child.lines(), child.end())
            }
            #expect(lines == ["3"], "\(end.errors)")
            #expect(try names(in: place) == ["ledger.sqlite"])
            let refused = try await blocking {
                let child = try ChildProcess(["add", path, user])
                _ = child.lines()
                return child.end()
            }
            #expect(refused.status == 74)
            #expect(refused.errors.contains("write-protected"), "\(refused.errors)")
            #expect(refused.errors.contains("Nothing was recorded."))
        }
    }

    @Test("A log with entries in it that cannot be read is an error, not a shorter ledger")
    func readOnlyLog() async throws {
        try await withTemporaryFolder { folder async throws in
            let place = "\(folder)/media"
            let path = "\(place)/ledger.sqlite"
            _ = try await blocking {
                let child = try ChildProcess(["append", path, "500", "first"])
                return (child.lines(killAfter: 3), child.end())
            }
            try FileManager.default.removeItem(atPath: "\(path)-shm")
            try setPermissions(0o555, 0o444, folder, place, path)
            chmod("\(path)-wal", 0o444)
            defer { chmod(place, 0o755) }
            let user = otherUser
            let (lines, end) = try await blocking {
                let child = try ChildProcess(["count", path, user])
                return (child.lines(), child.end())
            }
            #expect(lines.isEmpty)
            #expect(end.status == 74)
            #expect(end.errors.contains("-wal holds entries"), "\(end.errors)")
        }
    }

    @Test("A ledger of somebody else says that permission is denied")
    func noPermission() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/private/ledger.sqlite"
            _ = try await SQLiteLedger(LedgerLocation(path: path)).append(
                [Samples.waiver()], at: Samples.now)
            chmod(folder, 0o755)
            chmod("\(folder)/private", 0o755)
            // The superuser's child becomes nobody; anyone else takes the right from themselves.
            if geteuid() != 0 { chmod(path, 0) }
            let user = otherUser
            for command in ["count", "add"] {
                let end = try await blocking {
                    let child = try ChildProcess([command, path, user])
                    _ = child.lines()
                    return child.end()
                }
                #expect(end.status == 74)
                #expect(end.errors.contains("permission denied"), "\(end.errors)")
            }
        }
    }

    private func setPermissions(
        _ folderMode: mode_t, _ fileMode: mode_t, _ parent: String, _ folder: String, _ file: String
    ) throws {
        guard chmod(file, fileMode) == 0, chmod(folder, folderMode) == 0, chmod(parent, 0o755) == 0
        else { throw POSIXError(.EPERM) }
    }
}

/// A generator of the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
