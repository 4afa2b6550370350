import Foundation
import LedgerStorage
import Rollout
import Testing

/// How a ledger goes on after an entry whose clock was far ahead.
struct CorrectionTests {
    private static let ahead = Samples.now.advanced(by: .seconds(14 * 86_400))
    private static let later = Samples.now.advanced(by: .seconds(60))

    private func correction(of entry: Entry) -> Draft {
        Samples.draft(
            .correction(
                Correction(entry: entry.reference, time: Samples.now, reason: "a wrong clock")))
    }

    @Test(
        "Only a correction of the entry that is ahead may follow it, then time goes on",
        arguments: StoreKind.written)
    func restart(kind: StoreKind) async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = try await kind.ledger(in: folder)
            let first = try await ledger.append([Samples.waiver()], at: Samples.now)
            let wrong = try await ledger.append([Samples.waiver("b")], at: Self.ahead)
            await #expect(throws: LedgerError.self) {
                try await ledger.append([Samples.waiver("c")], at: Self.later)
            }
            await #expect(throws: LedgerError.self) {
                try await ledger.append([correction(of: first[0])], at: Self.later)
            }
            await #expect(throws: LedgerError.self) {
                try await ledger.append(
                    [Samples.waiver("c"), correction(of: wrong[0])], at: Self.later)
            }
            let made = try await ledger.append([correction(of: wrong[0])], at: Self.later)
            #expect(made[0].recordedAt == Self.later)
            let next = try await ledger.append([Samples.waiver("d")], at: Self.later)
            #expect(next[0].recordedAt == Self.later)
            #expect(try await ledger.damages().isEmpty)
            let whole = try await ledger.reading(of: nil, asOf: .everything)
            #expect(whole.entries.map(\.sequence) == [1, 2, 3, 4])
            #expect(whole.state.newest?.recordedAt == Self.later)
        }
    }

    @Test(
        "An instant stands for all up to the last entry by then, also where time ran backwards",
        arguments: StoreKind.available)
    func instants(format: StoreKind) async throws {
        try await withTemporaryFolder { folder async throws in
            let database = try await format.ledger(in: folder)
            _ = try await database.append([Samples.waiver()], at: Samples.now)
            let wrong = try await database.append([Samples.waiver("b")], at: Self.ahead)
            _ = try await database.append([correction(of: wrong[0])], at: Self.later)
            let end = Self.later.advanced(by: .seconds(60))
            _ = try await database.append([Samples.waiver("d")], at: end)
            let ledger = try await format.written(database, in: folder)
            for (instant, size) in [
                (Samples.now.advanced(by: .seconds(-1)), 0), (Samples.now, 1),
                (Self.later.advanced(by: .seconds(-1)), 1), (Self.later, 3), (end, 4),
                (Self.ahead, 4),
            ] {
                let state = try await ledger.reading(of: "first", asOf: .instant(instant)).state
                #expect(state.extent.size == size)
            }
        }
    }
}
