import Rollout
import Testing

/// Whoever types a name does not undo what a key proved.
struct UnsignedOverSignedTests {
    private func book(_ terms: DecisionTerms = DecisionTerms()) throws -> EntryBook {
        EntryBook(try PeopleSample.checklist([Make.step("step")], decisions: terms))
    }

    private static func revoke(
        _ book: inout EntryBook, _ sequence: Int, key: KeyFingerprint? = nil, at now: Instant
    ) {
        let entry = book.entries[sequence - 1]
        book.add(
            .revocation(Revocation(entry: entry.reference, reason: "r")),
            step: entry.statement.step, by: "nora", key: key, at: now)
    }

    @Test("A signed no, or yes, is not taken back without a key")
    func revocation() throws {
        let now = try PeopleSample.now()
        for body in [PeopleSample.reject, PeopleSample.approve] {
            var book = try book()
            book.say(body, by: "nora", key: PeopleSample.one, at: now)
            let before = book.assessment(asOf: now).step("step")?.status
            Self.revoke(&book, 1, at: now)
            var assessment = book.assessment(asOf: now)
            #expect(assessment.revocations.map(\.reason) == [.unsignedOverSigned(entry: 1)])
            #expect(assessment.step("step")?.status == before)
            Self.revoke(&book, 1, key: PeopleSample.two, at: now)
            assessment = book.assessment(asOf: now)
            #expect(assessment.revocations.last?.reason == .counts)
            #expect(assessment.step("step")?.status == .pending)
        }
    }

    @Test("What is unsigned may be taken back without a key")
    func unsigned() throws {
        let now = try PeopleSample.now()
        var book = try book()
        book.say(PeopleSample.reject, by: "nora", at: now)
        Self.revoke(&book, 1, at: now)
        #expect(book.assessment(asOf: now).revocations.map(\.reason) == [.counts])
    }

    @Test("An unsigned yes does not take the place of a signed no")
    func yes() throws {
        let now = try PeopleSample.now()
        var book = try book()
        book.say(PeopleSample.reject, by: "nora", key: PeopleSample.one, at: now)
        book.say(PeopleSample.approve, by: "nora", at: now)
        #expect(book.reasons(at: now) == [.rejects, .unsignedOverSigned(entry: 1)])
        #expect(book.assessment(asOf: now).step("step")?.status == .failing)
        book.say(PeopleSample.approve, by: "nora", key: PeopleSample.one, at: now)
        #expect(book.reasons(at: now).last == .approves)
        #expect(book.assessment(asOf: now).step("step")?.status == .ready)
    }

    @Test("An unsigned no does not take the place of a signed one, to be taken back then")
    func unsignedNo() throws {
        let now = try PeopleSample.now()
        var book = try book()
        book.say(PeopleSample.reject, by: "nora", key: PeopleSample.one, at: now)
        book.say(PeopleSample.reject, by: "nora", at: now)
        Self.revoke(&book, 2, at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.revocations.map(\.reason) == [.unsignedOverSigned(entry: 1)])
        #expect(assessment.step("step")?.status == .failing)
    }

    @Test("Once the signed no is taken back with a key, an unsigned yes counts")
    func afterwards() throws {
        let now = try PeopleSample.now()
        var book = try book()
        book.say(PeopleSample.reject, by: "nora", key: PeopleSample.one, at: now)
        Self.revoke(&book, 1, key: PeopleSample.one, at: now)
        book.say(PeopleSample.approve, by: "nora", at: now)
        #expect(book.reasons(at: now).last == .approves)
    }

    @Test("An unsigned go does not follow a signed no-go, but a signed one does")
    func decision() throws {
        let now = try PeopleSample.now()
        var book = try book()
        func decide(_ choice: Decision.Choice, key: KeyFingerprint? = nil, by name: Principal) {
            book.add(
                .decision(
                    Decision(
                        phase: "start", choice: choice, reason: "r", verdict: .noGo, conditions: 0,
                        reasons: [], ledger: .empty)), by: name, for: "owner", key: key, at: now)
        }
        decide(.noGo, key: PeopleSample.one, by: "olga")
        decide(.go, by: "otto")
        #expect(
            book.assessment(asOf: now).decisions.map(\.reason) == [
                .stands, .unsignedOverSigned(entry: 1),
            ])
        decide(.go, key: PeopleSample.two, by: "otto")
        #expect(book.assessment(asOf: now).decisions.last?.reason == .stands)
    }

    @Test("An unsigned go in a roll call does not follow a signed no-go of the same voice")
    func poll() throws {
        let now = try PeopleSample.now()
        var book = try book(DecisionTerms(poll: ["ops"]))
        func answer(_ choice: Decision.Choice, key: KeyFingerprint? = nil) {
            book.add(
                .poll(Poll(phase: "start", choice: choice, comment: "c")), by: "nora", for: "ops",
                key: key, at: now)
        }
        answer(.noGo, key: PeopleSample.one)
        answer(.noGo)
        answer(.go)
        #expect(
            book.assessment(asOf: now).polls.map(\.reason) == [
                .replaced(by: 2), .counts, .unsignedOverSigned(entry: 1),
            ])
        answer(.go, key: PeopleSample.one)
        #expect(book.assessment(asOf: now).polls.last?.reason == .counts)
    }
}
