import Rollout
import Testing

/// Which answers to a roll call count, and what a go makes of them.
struct PollTests {
    private func book(_ terms: DecisionTerms) throws -> EntryBook {
        EntryBook(try PeopleSample.checklist([Make.step("step")], decisions: terms))
    }

    private static func poll(
        _ book: inout EntryBook, _ choice: Decision.Choice, by principal: Principal = "nora",
        for role: RoleID = "ops", phase: PhaseID = "start", key: KeyFingerprint? = nil,
        madeAt: Instant? = nil, at instant: Instant
    ) {
        book.add(
            .poll(Poll(phase: phase, choice: choice, comment: "c")), by: principal, for: role,
            key: key, madeAt: madeAt, at: instant)
    }

    private static let both = DecisionTerms(
        poll: ["ops", "security"], isUnanimous: true,
        retrospectiveWithin: DecisionTerms.usualRetrospective)

    @Test("A go waits for every role, and for all of them to say go")
    func unanimous() throws {
        let now = try PeopleSample.now()
        var book = try book(Self.both)
        book.decide("start", .go, at: now)
        Self.poll(&book, .go, at: now)
        book.decide("start", .go, at: now)
        Self.poll(&book, .noGo, by: "sam", for: "security", at: now)
        book.decide("start", .go, at: now)
        Self.poll(&book, .go, by: "sam", for: "security", at: now)
        book.decide("start", .go, at: now)
        #expect(
            book.assessment(asOf: now).decisions.map(\.reason) == [
                .pollMissing(["ops", "security"]), .pollMissing(["security"]),
                .pollAgainst(["security"]), .stands,
            ])
    }

    @Test("Without unanimity a no-go is heard, and a no-go needs no roll call")
    func heard() throws {
        let now = try PeopleSample.now()
        var book = try book(DecisionTerms(poll: ["ops"]))
        book.decide("start", .noGo, at: now)
        #expect(book.assessment(asOf: now).decisions.map(\.reason) == [.stands])
        Self.poll(&book, .noGo, at: now)
        book.decide("start", .go, at: now)
        #expect(book.assessment(asOf: now).decisions.map(\.reason) == [.replaced(by: 3), .stands])
    }

    @Test("An answer after the decision, on another phase or of a stranger is none")
    func missing() throws {
        let now = try PeopleSample.now()
        var book = try book(DecisionTerms(poll: ["ops"]))
        Self.poll(&book, .go, phase: "end", at: now)
        Self.poll(&book, .go, by: "eve", at: now)
        Self.poll(&book, .go, by: "sam", for: "security", at: now)
        book.decide("start", .go, at: now)
        Self.poll(&book, .go, at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.decisions.map(\.reason) == [.pollMissing(["ops"])])
        #expect(
            assessment.polls.map(\.reason) == [
                .counts, .notAMember("eve", "ops"), .counts, .counts,
            ])
    }

    @Test("The newest answer of a member counts, but not one that was kept back behind a no-go")
    func order() throws {
        let now = try PeopleSample.now()
        var book = try book(DecisionTerms(poll: ["ops"]))
        Self.poll(&book, .go, key: PeopleSample.one, madeAt: now.plus(hours: -3), at: now)
        Self.poll(&book, .noGo, key: PeopleSample.one, madeAt: now.plus(hours: -1), at: now)
        Self.poll(&book, .go, key: PeopleSample.one, madeAt: now.plus(hours: -2), at: now)
        #expect(
            book.assessment(asOf: now).polls.map(\.reason) == [
                .replaced(by: 2), .counts, .madeBefore(entry: 2),
            ])
        Self.poll(&book, .go, key: PeopleSample.one, at: now)
        #expect(book.assessment(asOf: now).polls.last?.reason == .counts)
    }

    @Test("A no-go of somebody who does not decide holds nothing back")
    func stranger() throws {
        let now = try PeopleSample.now()
        var book = try book(DecisionTerms())
        let noGo = Decision(
            phase: "start", choice: .noGo, reason: "r", verdict: .noGo, conditions: 0, reasons: [],
            ledger: .empty)
        let go = Decision(
            phase: "start", choice: .go, reason: "r", verdict: .noGo, conditions: 0, reasons: [],
            ledger: .empty)
        book.add(
            .decision(noGo), by: "eve", for: "owner", key: PeopleSample.two,
            madeAt: now.plus(hours: 1000), at: now)
        book.add(.decision(go), by: "olga", for: "owner", key: PeopleSample.one, at: now)
        #expect(
            book.assessment(asOf: now).decisions.map(\.reason) == [
                .notAMember("eve", "owner"), .stands,
            ])
    }
}
