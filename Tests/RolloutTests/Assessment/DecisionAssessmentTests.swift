import Rollout
import Testing

/// The owner's decision beside the computed verdict.
struct DecisionAssessmentTests {
    /// A decision on a computed verdict.
    struct Case: CustomTestStringConvertible {
        let choice: Decision.Choice
        let computed: Verdict
        let why: String
        var testDescription: String { "\(choice.rawValue) on \(computed.rawValue)" }
    }

    private static let agrees = "The owner's decision agrees with the evidence."

    @Test(
        "A decision differs where it goes and the evidence does not, or the other way round",
        arguments: [
            Case(choice: .go, computed: .go, why: agrees),
            Case(choice: .go, computed: .conditional, why: agrees),
            Case(
                choice: .go, computed: .noGo,
                why: "The owner decided go, but the evidence says NO-GO."),
            Case(
                choice: .noGo, computed: .go,
                why: "The owner decided no-go, but the evidence says GO."),
            Case(choice: .noGo, computed: .conditional, why: agrees),
            Case(choice: .noGo, computed: .noGo, why: agrees),
        ])
    func differs(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        switch item.computed {
        case .go: book.sign("step", by: "nora", at: now)
        case .conditional: book.waive("step", at: now, until: now.plus(hours: 1))
        case .noGo: break
        }
        book.decide("start", item.choice, at: now)
        let phase = try #require(book.assessment(asOf: now).phases.first)
        #expect(phase.verdict == item.computed)
        #expect(phase.decision?.why == item.why)
        #expect(phase.decision?.differs == (item.why != Self.agrees))
    }

    @Test("A decision for other values of the parameters is none")
    func otherParameters() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        book.decide("start", .go, at: now, parameters: ["cloud": "dod"])
        #expect(book.assessment(asOf: now).phases.first?.decision == nil)
    }

    @Test("A decision never changes the computed verdict")
    func verdictStays() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        book.decide("start", .go, at: now)
        #expect(book.assessment(asOf: now).verdict == .noGo)
    }

    @Test("The owner's newest decision is the one that stands; those of others do not count")
    func whoDecides() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        book.decide("start", .go, by: "eve", at: now)
        book.decide("start", .go, by: "nora", for: "ops", at: now)
        book.decide("elsewhere", .go, at: now)
        #expect(book.assessment(asOf: now).phases.first?.decision == nil)
        book.decide("start", .go, at: now)
        book.decide("start", .noGo, at: now)
        book.decide("start", .go, by: "eve", at: now)
        #expect(book.assessment(asOf: now).phases.first?.decision?.record.sequence == 5)
        book.decide("start", .go, at: now.plus(hours: 1))
        #expect(book.assessment(asOf: now).phases.first?.decision?.decision.choice == .noGo)
    }

    @Test("A decision on another text of the checklist says so")
    func otherText() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        book.decide("start", .noGo, at: now, text: Make.otherWording)
        #expect(
            book.assessment(asOf: now).phases.first?.decision?.why
                == "The owner's decision agrees with the evidence. "
                + "It was made on another text of the checklist.")
    }

    @Test("To go where the phase is cancelled differs from the evidence, which says nothing")
    func cancelled() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let phase = try Make.phase("start", starts: "2025-10-10", status: .cancelled)
        var book = RecordBook(try Make.checklist([Make.step("step")], phases: [phase]))
        book.decide("start", .go, at: now)
        let decision = book.assessment(asOf: now).phases.first?.decision
        #expect(decision?.differs == true)
        #expect(decision?.why == "The owner decided go, but the evidence says nothing.")
    }
}
