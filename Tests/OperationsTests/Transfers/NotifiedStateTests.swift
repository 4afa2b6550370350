import Operations
import Rollout
import Testing

/// What counts as news for a channel.
struct NotifiedStateTests {
    @Test("Only another standing is news, and each rollout has its own")
    func news() async throws {
        try await Place.with(Sample.withTargets) { place in
            let path = place.path("told.json")
            let first = try await place.judged(target: "contoso").assessment
            var state = try NotifiedState(at: path)
            #expect(state.isNews(first))
            try state.keep(first)

            state = try NotifiedState(at: path)
            #expect(!state.isNews(first))
            #expect(state.isNews(try await place.judged(target: "fabrikam").assessment))
            // Time alone is no news.
            try place.set("2025-10-01T11:00:00Z")
            #expect(!state.isNews(try await place.judged(target: "contoso").assessment))

            let act = try await place.act(by: "ann@example.com", target: "contoso")
            _ = try await SignStep("told", .approve, note: "done")(act)
            #expect(state.isNews(try await place.judged(target: "contoso").assessment))
        }
    }

    @Test("A file that is another one is refused, and stays", arguments: ["", "{}", "[1]"])
    func foreign(_ text: String) async throws {
        try await Place.with { place in
            try place.write("told.json", text)
            #expect(throws: OperationFailure.self) {
                try NotifiedState(at: place.path("told.json"))
            }
        }
    }
}
