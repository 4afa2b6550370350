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
}
