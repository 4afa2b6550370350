import Attestation
import Foundation
import LedgerStorage
import Rollout
import Testing

/// How much of a ledger a reading is about, and the root over it.
struct LedgerExtentTests {
    /// A ledger of 37 entries of three rollouts, one minute apart, in each format.
    private func withLedger(
        _ format: StoreKind, _ work: (any Ledger, [Entry]) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder async throws in
            let database = try await format.ledger(in: folder)
            var entries: [Entry] = []
            for number in 0..<37 {
                entries += try await database.append(
                    [Samples.waiver("\(number)", rollout: "r\(number % 3)")],
                    at: Samples.now.advanced(by: .seconds(number / 2 * 60)))
            }
            try await work(format.written(database, in: folder), entries)
        }
    }

    @Test(
        "At every size the root is the one over the first entries", arguments: StoreKind.available
    )
    func everySize(format: StoreKind) async throws {
        try await withLedger(format) { ledger, entries async throws in
            var tree = MerkleTree()
            for size in 0...37 {
                if size > 0 { tree.append(ContentDigest(ofLeaf: entries[size - 1].canonicalBytes)) }
                let reading = try await ledger.reading(of: "r1", asOf: .entries(size))
                #expect(reading.state.extent == tree.extent)
                #expect(
                    reading.entries
                        == entries.prefix(size).filter { $0.statement.rollout.id == "r1" })
            }
            #expect(
                try await ledger.reading(of: "r0", asOf: .everything).state.extent == tree.extent)
            #expect(try await ledger.verify { Issue.record("\($0)") } == tree.extent)
        }
    }

    @Test(
        "An instant stands for the entries up to the last one by then",
        arguments: StoreKind.available)
    func instants(format: StoreKind) async throws {
        try await withLedger(format) { ledger, entries async throws in
            for seconds in [-1, 0, 59, 60, 61, 600, 1079, 1080, 1081, 99_999] {
                let instant = Samples.now.advanced(by: .seconds(seconds))
                let wanted = entries.filter { $0.recordedAt <= instant }
                let reading = try await ledger.reading(of: nil, asOf: .instant(instant))
                #expect(reading.entries == wanted)
                #expect(reading.state.extent.size == wanted.count)
                let one = try await ledger.reading(of: "r2", asOf: .instant(instant))
                #expect(one.state == reading.state)
                #expect(one.entries == wanted.filter { $0.statement.rollout.id == "r2" })
            }
        }
    }

    @Test("More entries than there are is an error", arguments: StoreKind.available)
    func tooMany(format: StoreKind) async throws {
        try await withLedger(format) { ledger, _ async throws in
            for wanted in [38, 1000, -1] {
                await #expect(
                    throws: LedgerError(ledger.location, .fewerEntries(wanted: wanted, size: 37))
                ) { try await ledger.reading(of: "r1", asOf: .entries(wanted)) }
            }
        }
    }

    @Test("A ledger that does not exist has the extent of nothing")
    func absent() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = LedgerLocation(path: "\(folder)/ledger.sqlite").ledger()
            #expect(
                try await ledger.reading(of: "r", asOf: .everything)
                    == LedgerReading(entries: [], state: .empty))
            #expect(try await ledger.reading(of: "r", asOf: .entries(0)).entries.isEmpty)
            await #expect(throws: LedgerError.self) {
                try await ledger.reading(of: "r", asOf: .entries(1))
            }
            #expect(try await ledger.verify { Issue.record("\($0)") } == .empty)
        }
    }

    @Test(
        "An error of the caller ends the reading and stays as it is",
        arguments: StoreKind.available)
    func callerError(format: StoreKind) async throws {
        struct Enough: Error {}
        try await withLedger(format) { ledger, _ async throws in
            let read = Gathered<Int>()
            await #expect(throws: Enough.self) {
                _ = try await ledger.entries(of: nil, asOf: .everything) { stored in
                    read.add(stored.entry.sequence)
                    if stored.entry.sequence == 3 { throw Enough() }
                }
            }
            #expect(read.all == [1, 2, 3])
            #expect(try await ledger.all().count == 37)
        }
    }
}
