import CanonicalJSON
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Of a rollout with a long history a server keeps what it needs", .timeLimit(.minutes(10)))
struct LongHistoryTests {
    private static let decide: [String: JSONValue] = [
        "rollout": "sample", "act": "decide", "phase": "first", "choice": "no-go",
        "question": "start", "note": "n",
    ]

    @Test(
        "Statements are judged alike, whether all of it is in memory or not",
        arguments: [1 << 14, 4, 0])
    func judged(_ whole: Int) async throws {
        try await BrowserPlace.with(wholeHistories: whole) { place in
            try await place.begin()
            let (ann, bea) = (SoftwarePasskey(), SoftwarePasskey())
            try await place.confirmed("ann@example.com", ann)
            try await place.confirmed("bea@example.com", bea)
            let session = try await place.signedIn(ann)
            let owner = try await place.signedIn(bea)
            var recorded: [Int] = []
            func say(
                _ act: [String: JSONValue], _ passkey: SoftwarePasskey, _ session: BrowserSession
            ) async throws {
                place.place.later(1)
                let shown = try await place.show(act, session)
                recorded.append(
                    try await place.record(act, shown, passkey, session).sequence)
            }
            var reject = BrowserSigningTests.firm
            reject["choice"] = "reject"
            for act in [BrowserSigningTests.firm, reject, BrowserSigningTests.firm] {
                try await say(act, ann, session)
            }
            // A decision is judged by all that there is.
            try await say(Self.decide, bea, owner)
            try await say(BrowserSigningTests.firm, ann, session)
            // The same again with another signature is refused, by what was said long before.
            place.place.later(1)
            let shown = try await place.show(BrowserSigningTests.firm, session)
            _ = try await place.record(BrowserSigningTests.firm, shown, ann, session)
            let again = await #expect(throws: StatementRefusal.self) {
                _ = try await place.record(BrowserSigningTests.firm, shown, ann, session)
            }
            #expect(again?.code == .rules)
            let size = try await place.count()
            #expect(recorded == Array((size - 5)..<size))
        }
    }

    @Test("What is not kept is never taken for what is not there")
    func kept() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ledger = place.location.ledger()
            let state = try await ledger.entries(of: nil, asOf: .everything) { _ in }
            try await ledger.close()
            #expect(state.extent.size > 2)
            let served = place.location.servedLedger()
            let entries = try await served.bytes(of: 1...state.extent.size).map {
                try Entry(canonicalBytes: $0)
            }
            try await served.close()
            let drafts = try entries.map {
                try PreparedDraft(Draft($0.statement, signature: $0.signature), place.location)
            }
            func history(_ whole: Int) -> RolloutHistory {
                zip(entries, drafts).reduce(into: RolloutHistory(mostWhole: whole)) {
                    $0.add($1.0, $1.1)
                }
            }
            // What was said before bears on by all that there is.
            let again = try #require(entries.last).statement
            let digest = ContentDigest(of: again.canonicalBytes)
            let long = history(1)
            #expect(long.count == entries.count && long.kept < entries.count)
            #expect(long.bearing(on: [(again, digest)]) == nil)
            let whole = history(entries.count)
            #expect(whole.kept == entries.count)
            #expect(
                whole.bearing(on: [(again, digest)])?.map(\.sequence) == entries.map(\.sequence))
        }
    }
}
