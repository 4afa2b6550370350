import Rollout
import Testing

/// What an emergency decision owes.
struct RetrospectiveTests {
    private static func emergency(_ isEmergency: Bool = true) -> StatementBody {
        .decision(
            Decision(
                phase: "start", choice: .go, reason: "r", isEmergency: isEmergency, verdict: .noGo,
                conditions: 0, reasons: [], ledger: .empty))
    }

    private func standing(
        isEmergency: Bool = true, _ history: (inout EntryBook, Instant, EntryReference) -> Void
    ) throws -> RetrospectiveStanding? {
        let now = try PeopleSample.now()
        let terms = DecisionTerms(
            poll: ["ops"], isUnanimous: false, retrospectiveWithin: .seconds(3600))
        var book = EntryBook(try PeopleSample.checklist([Make.step("step")], decisions: terms))
        book.add(
            Self.emergency(isEmergency), by: "olga", for: "owner", key: PeopleSample.one, at: now)
        history(&book, now, book.entries[0].reference)
        return book.assessment(asOf: now).decisions.first?.retrospective
    }

    private static func review(
        _ book: inout EntryBook, _ entry: EntryReference, by principal: Principal,
        for role: RoleID = "owner", key: KeyFingerprint? = nil, at now: Instant
    ) {
        book.add(
            .retrospective(Retrospective(entry: entry, note: "n")), by: principal, for: role,
            key: key, at: now)
    }

    @Test("It is owed by a moment, until somebody else gives it")
    func owed() throws {
        let end = try PeopleSample.now().plus(hours: 1)
        #expect(try standing { _, _, _ in } == .owed(by: end))
        let given = try standing { Self.review(&$0, $2, by: "otto", at: $1) }
        guard case .given(let entry) = given else {
            Issue.record("\(String(describing: given))")
            return
        }
        #expect(entry.sequence == 2)
        #expect(try standing(isEmergency: false) { _, _, _ in } == nil)
    }

    @Test("Not by the decider, under another name neither, nor by strangers, nor for another entry")
    func refused() throws {
        let owed = RetrospectiveStanding.owed(by: try PeopleSample.now().plus(hours: 1))
        #expect(try standing { Self.review(&$0, $2, by: "olga", at: $1) } == owed)
        #expect(
            try standing {
                Self.review(&$0, $2, by: "otto", key: PeopleSample.one, at: $1)
            } == owed)
        #expect(try standing { Self.review(&$0, $2, by: "eve", at: $1) } == owed)
        #expect(
            try standing { Self.review(&$0, $2, by: "sam", for: "security", at: $1) } == owed)
        #expect(
            try standing { book, now, entry in
                let other = EntryReference(sequence: 1, digest: Make.otherWording)
                Self.review(&book, other, by: "otto", at: now)
            } == owed)
    }

    @Test("The phase is not closed before it is given")
    func closing() throws {
        let now = try PeopleSample.now()
        var book = EntryBook(try PeopleSample.checklist([Make.step("step")]))
        book.say(PeopleSample.approve, by: "nora", at: now)
        book.add(Self.emergency(), by: "olga", for: "owner", at: now)
        var phase = try #require(book.assessment(asOf: now).phases.first)
        #expect(phase.closing.verdict == .noGo)
        #expect(phase.closing.reasons.map(\.code) == ["retrospective-owed"])
        Self.review(&book, book.entries[1].reference, by: "otto", at: now)
        phase = try #require(book.assessment(asOf: now).phases.first)
        #expect(phase.closing.verdict == .go)
    }
}
