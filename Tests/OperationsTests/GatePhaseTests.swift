import Operations
import Rollout
import Testing

@Suite("The gate of a phase")
struct GatePhaseTests {
    private static func ask(
        _ gate: GatePhase, _ place: Place, set: [String: String] = [:]
    ) async throws -> GateAnswer {
        let answers = try gate([try await place.judged(set: set).assessment])
        return try #require(answers.first)
    }

    /// Whether the lack of a go is the named one.
    private static func lack(
        _ place: Place, set: [String: String] = [:]
    ) async throws -> String {
        let answer = try await ask(GatePhase("first", requiresDecision: true), place, set: set)
        switch answer.lack {
        case nil: return "none"
        case .noDecision: return "no decision"
        case .noGo: return "no-go"
        case .doesNotStand(let decision): return decision.reason.code
        }
    }

    private static func decide(_ place: Place, _ choice: Decision.Choice) async throws {
        _ = try await DecidePhase("first", choice, reason: "r")(place.act(by: "bea@example.com"))
    }

    @Test("A go that is required and does not stand is NO-GO, with the reason")
    func decisions() async throws {
        let text = Sample.text.replacing("sign-off: {evidence: required}", with: "sign-off: {}")
            .replacing("check: [{file: {path: present.txt}}]", with: "sign-off: {}")
        try await Place.with(text) { place in
            for (step, person) in [
                ("approved", "ann"), ("reviewed", "bob"), ("told", "bob"), ("present", "bob"),
            ] {
                _ = try await SignStep(step, .approve, note: "n")(
                    place.act(by: "\(person)@example.com"))
            }
            #expect(try await Self.ask(GatePhase("first"), place).verdict == .conditional)
            #expect(try await Self.lack(place) == "no decision")
            try await Self.decide(place, .go)
            let strict = GatePhase("first", requiresDecision: true)
            #expect(try await Self.lack(place) == "none")
            #expect(try await Self.ask(strict, place).verdict == .conditional)
            #expect(try await Self.lack(place, set: ["cloud": "two"]) == "other-value")
            try await Self.decide(place, .noGo)
            #expect(try await Self.lack(place) == "no-go")
            #expect(try await Self.ask(strict, place).verdict == .noGo)
            try await Self.decide(place, .go)
            try place.write(Sample.path, text.replacing("A sample rollout", with: "Another"))
            #expect(try await Self.lack(place) == "other-text")
            #expect(try await Self.ask(strict, place).verdict == .noGo)
        }
    }

    @Test("A phase without a verdict is NO-GO, and one that nobody has is refused")
    func noVerdict() async throws {
        try await Place.with { place in
            for phase in ["gone", "second"] {
                let answer = try await Self.ask(GatePhase(phase), place)
                #expect(answer.finding.verdict == nil && answer.verdict == .noGo)
            }
            let failure = await #expect(throws: OperationFailure.self) {
                try await Self.ask(GatePhase("frist"), place)
            }
            #expect(failure?.description.contains("did you mean \"first\"?") == true)
            #expect(try GatePhase("first")([]).isEmpty)
        }
    }
}
