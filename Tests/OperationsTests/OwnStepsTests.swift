import Operations
import Rollout
import Testing

@Suite("The steps that wait for somebody")
struct OwnStepsTests {
    private static func open(_ place: Place, _ principal: String) async throws -> [StepID] {
        try OwnSteps.open(try await place.act(by: principal)).map(\.step.id)
    }

    @Test(
        "Those of one's roles that are open, the first due first; done and foreign ones are left out"
    )
    func own() async throws {
        try await Place.with { place in
            let all: [StepID] = [
                "present", "approved", "reviewed", "told", "firm", "twice", "each/a", "each/b",
                "later",
            ]
            #expect(try await Self.open(place, "ann@example.com") == all)
            _ = try await SignStep("twice", .approve, note: "n", role: "admin")(
                try await place.act(by: "ann@example.com"))
            // She can still sign it for her other role, and he has nothing to add for his.
            #expect(try await Self.open(place, "ann@example.com").contains("twice"))
            _ = try await SignStep("firm", .approve, note: "n")(
                try await place.act(by: "bob@example.com"))
            let his = try await Self.open(place, "bob@example.com")
            #expect(!his.contains("firm"))
        }
    }

    @Test("Nothing waits for one who is in no open role; a stranger is told so")
    func none() async throws {
        try await Place.with { place in
            let own = try await Self.open(place, "bea@example.com")
            #expect(own == [])
            await #expect(throws: OperationFailure.self) {
                _ = try await Self.open(place, "zoe@example.com")
            }
        }
    }
}
