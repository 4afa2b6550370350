import Foundation
import LedgerStorage
import PostgresStorage
import Rollout
import Testing

/// A database that dies, and connections that are cut: nothing acknowledged is lost, nothing is there twice.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(10)), .serialized)
struct PostgresBreakingTests {
    /// What a client was told of its statements, by their numbers.
    private actor Told {
        var sequences: [Int: Int] = [:]
        var errors = 0

        func add(_ number: Int, _ sequence: Int) { sequences[number] = sequence }
        func addError() { errors += 1 }
    }

    private func signed(_ number: Int) -> Draft {
        Samples.signOff("number \(number)", rollout: "r\(number % 7)", signature: "s\(number)\n")
    }

    /// Sixteen clients record statements, each until it is told where it stands.
    private func record(
        _ count: Int, in ledgers: [any ServedLedger], _ told: Told,
        meanwhile: @escaping @Sendable () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await meanwhile() }
            for client in 0..<16 {
                group.addTask {
                    for number in stride(from: client, to: count, by: 16) {
                        var tries = 0
                        while true {
                            do {
                                let ledger = ledgers[(number + tries) % ledgers.count]
                                let records = try await ledger.record(
                                    [signed(number)], at: Samples.now)
                                let record = try #require(records.first ?? nil)
                                await told.add(number, record.sequence)
                                break
                            } catch let error as LedgerError {
                                await told.addError()
                                tries += 1
                                guard tries < 20 else { throw error }
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func expectAll(_ count: Int, _ told: Told, in ledger: any ServedLedger) async throws {
        let entries = try await ledger.all()
        #expect(entries.map(\.sequence) == Array(1...count))
        let sequences = await told.sequences
        #expect(sequences.count == count)
        for (number, sequence) in sequences {
            #expect(entries[sequence - 1].statement == signed(number).statement)
        }
        #expect(try await ledger.damages().isEmpty)
    }

    @Test("PostgreSQL is killed six times while two servers record")
    func crash() async throws {
        try await withTemporaryFolder { folder async throws in
            let cluster = try PostgresCluster()
            let name = try await cluster.newName()
            let databases = try [cluster.database(name), cluster.database(name)]
            for place in databases.indices {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
            }
            let ledgers = databases.enumerated().map {
                $1.location(in: "\(folder)/\($0)").servedLedger()
            }
            let told = Told()
            try await record(4_000, in: ledgers, told) {
                for _ in 0..<6 {
                    try await Task.sleep(for: .milliseconds(400))
                    try cluster.crash()
                }
            }
            try await expectAll(4_000, told, in: ledgers[0])
            for database in databases { try await database.close() }
        }
    }

    @Test(
        "Connections are cut at batches, before and after they are committed", arguments: [1, 2, 3])
    func cut(seed: Int) async throws {
        try await withTemporaryFolder { folder async throws in
            let cluster = try PostgresCluster.common()
            let name = try await cluster.newName()
            let proxy = try CuttingProxy(before: cluster, in: folder, seed: seed)
            let address = "postgresql://writer@/\(name)?host=\(folder)"
            let databases = try (0..<2).map { _ in
                PostgresDatabase(try PostgresAddress(address))
            }
            let ledgers = databases.enumerated().map {
                $1.location(in: "\(folder)/\($0)").servedLedger()
            }
            let told = Told()
            try await record(600, in: ledgers, told) {}
            let cuts = try proxy.end()
            #expect(cuts.before > 0 && cuts.after > 0, "\(cuts)")
            try await expectAll(
                600, told, in: cluster.database(name).location(in: folder).servedLedger())
            for database in databases { try await database.close() }
        }
    }

    @Test("A database that is away is told as such, and the ledger goes on once it is back")
    func away() async throws {
        try await withTemporaryFolder { folder async throws in
            let cluster = try PostgresCluster()
            let database = try await cluster.newDatabase()
            let ledger = database.location(in: folder).servedLedger()
            _ = try await ledger.append([Samples.waiver()], at: Samples.now)
            try cluster.stop()
            let reading = await #expect(throws: LedgerError.self) { try await ledger.all() }
            #expect(reading?.complaint.contains("cannot be reached") == true, "\(reading as Any)")
            let writing = await #expect(throws: LedgerError.self) {
                try await ledger.append([Samples.waiver("b")], at: Samples.now)
            }
            // It was on its way when the connection ended.
            #expect(writing?.complaint.contains("is not known") == true, "\(writing as Any)")
            let again = await #expect(throws: LedgerError.self) {
                try await ledger.append([Samples.waiver("b")], at: Samples.now)
            }
            #expect(again?.complaint.contains("cannot be reached") == true, "\(again as Any)")
            try cluster.start()
            let next = try await ledger.append([Samples.waiver("c")], at: Samples.now)
            #expect(next.map(\.sequence) == [2])
            try await database.close()
        }
    }
}

/// What cuts connections between a ledger and its database.
struct CuttingProxy {
    private let process: Process
    private let orders: Pipe
    private let answers: Pipe

    init(before cluster: PostgresCluster, in folder: String, seed: Int) throws {
        process = Process()
        orders = Pipe()
        answers = Pipe()
        process.executableURL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Support/cutting-proxy")
        process.arguments = ["\(cluster.folder)/.s.PGSQL.5432", folder, "\(seed)"]
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
        // It listens.
        _ = try answers.fileHandleForReading.read(upToCount: 10)
    }

    /// Ends it: how often it cut before and after a batch was passed on.
    func end() throws -> (before: Int, after: Int) {
        try orders.fileHandleForWriting.close()
        let text = String(
            decoding: try answers.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        try #require(numbers.count == 2, "\(text)")
        return (numbers[0], numbers[1])
    }
}
