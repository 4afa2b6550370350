import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Deciding on a phase")
struct DecidePhaseTests {
    @Test("A decision names the verdict, its reasons and the ledger that it was made on")
    func decided() async throws {
        try await Place.with { place in
            _ = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            let before = try await place.judged()
            let decided = try await DecidePhase("first", .go, reason: "Because")(
                place.act(by: "bea@example.com"))
            guard case .decision(let decision) = decided.entry.statement.body else {
                Issue.record("\(decided.entry)")
                return
            }
            #expect(decided.finding.verdict == .noGo && decision.verdict == .noGo)
            #expect(decision.ledger == before.state.extent && decision.ledger.size == 2)
            #expect(!decision.reasons.isEmpty && decision.conditions == decided.finding.conditions)
            let phase = try #require(try await place.judged().assessment.phase(PhaseID("first")))
            #expect(phase.decision?.decision.choice == .go && phase.verdict == .noGo)
            #expect(phase.decision?.relation == .goDespite)
        }
    }

    @Test("It stands for its own scope and text alone, and the newest one counts")
    func scope() async throws {
        try await Place.with { place in
            func standing(_ set: [String: String] = [:]) async throws -> Decision.Choice? {
                try await place.judged(set: set).assessment.phase(PhaseID("first"))?.decision?
                    .decision.choice
            }
            _ = try await DecidePhase("first", .go, reason: "r")(place.act(by: "bea@example.com"))
            #expect(try await standing() == .go)
            #expect(try await standing(["cloud": "two"]) == nil)
            _ = try await DecidePhase("first", .noGo, reason: "r")(
                place.act(by: "bea@example.com"))
            #expect(try await standing() == .noGo)
            try place.write(Sample.path, Sample.text.replacing("A sample", with: "Another"))
            #expect(try await standing() == nil)
        }
    }

    @Test("A decision on the closing names the closing verdict, and is none on the start")
    func closing() async throws {
        try await Place.with { place in
            let decided = try await DecidePhase("first", .noGo, on: .close, reason: "r")(
                place.act(by: "bea@example.com"))
            let phase = try #require(try await place.judged().assessment.phase(PhaseID("first")))
            #expect(decided.finding == phase.closing)
            #expect(phase.closingDecision?.decision.verdict == phase.closing.verdict)
            #expect(phase.decision == nil)
        }
    }

    @Test("An emergency of one target is none of another, and owes a look back once")
    func emergencyOfTarget() async throws {
        try await Place.with(Sample.withTargets) { place in
            _ = try await DecidePhase("first", .go, reason: "r", isEmergency: true)(
                place.act(by: "bea@example.com", target: "contoso"))
            let own = try await place.judged(target: "contoso").assessment
            #expect(own.emergencies.count == 1)
            let other = try await place.judged(target: "fabrikam").assessment
            #expect(other.decisions.count == 1 && other.emergencies.isEmpty)
            // Replaced, it owes the look back still.
            _ = try await DecidePhase("first", .noGo, reason: "r")(
                place.act(by: "bea@example.com", target: "contoso"))
            #expect(try await place.judged(target: "contoso").assessment.emergencies.count == 1)
        }
    }
}
