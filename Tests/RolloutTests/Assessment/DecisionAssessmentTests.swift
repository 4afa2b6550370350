import Rollout
import Testing

/// The owner's decision beside the computed verdict.
struct DecisionAssessmentTests {
    /// A decision on a computed verdict, which is nil where the phase is cancelled.
    struct Case: CustomTestStringConvertible {
        let choice: Decision.Choice
        let computed: Verdict?
        let relation: DecisionAssessment.Relation
        var testDescription: String { "\(choice.rawValue) on \(computed?.rawValue ?? "nothing")" }

        init(
            _ choice: Decision.Choice, _ computed: Verdict?,
            _ relation: DecisionAssessment.Relation
        ) {
            self.choice = choice
            self.computed = computed
            self.relation = relation
        }
    }

    @Test(
        "A decision agrees, is a go with conditions, or goes against the evidence",
        arguments: [
            Case(.go, .go, .agrees), Case(.go, .conditional, .withConditions),
            Case(.go, .noGo, .goDespite), Case(.go, nil, .goDespite),
            Case(.noGo, .go, .noGoDespite), Case(.noGo, .conditional, .agrees),
            Case(.noGo, .noGo, .agrees), Case(.noGo, nil, .agrees),
        ])
    func relation(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let phase = try Make.phase(
            "start", starts: "2025-10-10", status: item.computed == nil ? .cancelled : .planned)
        var book = EntryBook(try Make.checklist([Make.step("step")], phases: [phase]))
        switch item.computed {
        case .go: book.sign("step", by: "nora", at: now)
        case .conditional: book.waive("step", at: now, until: now.plus(hours: 1))
        case .noGo, nil: break
        }
        book.decide("start", item.choice, at: now)
        let assessment = book.assessment(asOf: now)
        let found = try #require(assessment.phases.first)
        #expect(found.verdict == item.computed)
        #expect(found.decision?.relation == item.relation)
        #expect(found.decision?.stands == true)
        #expect(
            found.decision?.differs == [.goDespite, .noGoDespite].contains(item.relation))
        #expect(assessment.decisions == [found.decision])
    }

    @Test("A go on CONDITIONAL that rests on a waiver through a needed step has conditions too")
    func tainted() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [
            Make.step("first", due: Due(phase: "start", amount: 3)),
            Make.step("second", needs: ["first"]),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("second", by: "nora", at: now)
        book.waive("first", at: now, until: now.plus(hours: 1))
        book.decide("start", .go, at: now)
        #expect(book.assessment(asOf: now).phases.first?.decision?.relation == .withConditions)
        #expect(
            book.assessment(asOf: now.plus(hours: 1)).phases.first?.decision?.relation
                == .goDespite)
    }

    @Test("A decision never changes the computed verdict")
    func verdictStays() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        book.decide("start", .go, at: now)
        #expect(book.assessment(asOf: now).verdict == .noGo)
    }

    /// Decisions, one after the other, with the reason that each has in the end.
    struct Sequel: CustomTestStringConvertible {
        let testDescription: String
        let codes: [String]
        /// The sequence of the decision that stands.
        let stands: Int?
        let history: @Sendable (inout EntryBook, Instant) -> Void

        init(
            _ name: String, _ codes: [String], stands: Int?,
            _ history: @escaping @Sendable (inout EntryBook, Instant) -> Void
        ) {
            testDescription = name
            self.codes = codes
            self.stands = stands
            self.history = history
        }
    }

    private static let otherText = EntryBook.Elsewhere(text: Make.otherWording)

    @Test(
        "The owner's newest decision stands where it was made on this text; others never do",
        arguments: [
            Sequel("no member", ["not-a-member"], stands: nil) {
                $0.decide("start", .go, by: "eve", at: $1)
            },
            Sequel("another role", ["not-the-owner"], stands: nil) {
                $0.decide("start", .go, by: "nora", for: "ops", at: $1)
            },
            Sequel("no such phase", ["phase-removed"], stands: nil) {
                $0.decide("elsewhere", .go, at: $1)
            },
            Sequel("the newest", ["replaced", "stands", "not-a-member"], stands: 2) {
                $0.decide("start", .go, at: $1)
                $0.decide("start", .noGo, at: $1)
                $0.decide("start", .go, by: "eve", at: $1)
            },
            Sequel("a go dated ahead waits", ["stands", "dated-ahead"], stands: 1) {
                $0.decide("start", .noGo, at: $1)
                $0.decide("start", .go, at: $1.plus(hours: 1))
            },
            Sequel("a no-go counts at once", ["replaced", "stands"], stands: 2) {
                $0.decide("start", .go, at: $1)
                $0.decide("start", .noGo, at: $1.plus(hours: 1))
            },
            Sequel("a go on another text", ["other-text"], stands: nil) {
                $0.decide("start", .go, at: $1, about: Self.otherText)
            },
            Sequel(
                "a no-go on another text after a go", ["replaced", "other-text"], stands: nil
            ) {
                $0.decide("start", .go, at: $1)
                $0.decide("start", .noGo, at: $1, about: Self.otherText)
            },
            Sequel("a go on another text after a no-go", ["replaced", "other-text"], stands: nil) {
                $0.decide("start", .noGo, at: $1)
                $0.decide("start", .go, at: $1, about: Self.otherText)
            },
            Sequel("a go here after one on another text", ["replaced", "stands"], stands: 2) {
                $0.decide("start", .noGo, at: $1, about: Self.otherText)
                $0.decide("start", .go, at: $1)
            },
            Sequel("for another phase", ["stands", "phase-removed"], stands: 1) {
                $0.decide("start", .go, at: $1)
                $0.decide("gone", .noGo, at: $1)
            },
            Sequel("of another rollout", ["stands", "other-place"], stands: 1) {
                $0.decide("start", .go, at: $1)
                $0.decide(
                    "start", .noGo, at: $1,
                    about: .init(rollout: RolloutReference(id: "sample", place: "c.yaml")))
            },
        ])
    func whichStands(_ item: Sequel) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        item.history(&book, now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.decisions.map(\.reason.code) == item.codes)
        #expect(assessment.phases.first?.decision?.entry.sequence == item.stands)
        #expect(
            assessment.decisions.map { $0.relation != nil } == item.codes.map { $0 == "stands" })
    }

    @Test("A decision on one question never counts for the other")
    func questions() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        book.decide("start", .go, at: now)
        let started = book.assessment(asOf: now)
        #expect(started.phases.first?.decision(on: .start)?.decision.choice == .go)
        #expect(started.phases.first?.decision(on: .close) == nil)
        book.decide("start", .noGo, on: .close, at: now.plus(hours: 1))
        let both = book.assessment(asOf: now.plus(hours: 2))
        #expect(both.phases.first?.decision?.decision.choice == .go)
        #expect(both.phases.first?.closingDecision?.decision.choice == .noGo)
        #expect(both.phases.first?.closingDecision?.relation == .agrees)
        #expect(both.decisions.map(\.stands) == [true, true])
        #expect(both.decisions.map(\.relation) == [.goDespite, .agrees])
        book.decide("start", .go, on: .close, at: now.plus(hours: 3))
        let last = book.assessment(asOf: now.plus(hours: 4))
        #expect(last.decisions.map(\.stands) == [true, false, true])
    }
}
