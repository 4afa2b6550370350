import Rollout
import Testing

/// What the owner's word that a rewording changed no meaning carries over, and what it never does.
struct EditorialTests {
    let asOf: Instant
    let early: Instant
    let old = StepWords(title: "Old words", text: "")

    init() throws {
        early = try Make.at("2025-10-01T08:00:00Z")
        asOf = try Make.at("2025-10-01T12:00:00Z")
    }

    func digest(_ step: Step, _ words: StepWords) -> ContentDigest {
        step.rules.digest(in: words)
    }

    /// A book about one step in its new words, with a sign-off for its old ones.
    func signed(
        _ step: Step = Make.step("one", title: "New words"), target: TargetID? = nil,
        parameters: [Parameter] = []
    ) throws -> EntryBook {
        var book = EntryBook(
            try Make.checklist([step], target: target, parameters: parameters))
        book.sign(step.id, by: "nora", at: early, wording: digest(step, old))
        return book
    }

    func status(_ book: EntryBook, _ step: StepID = "one") throws -> StepAssessment {
        try #require(book.assessment(asOf: asOf).step(step))
    }

    @Test(
        "A sign-off for the old words is stale, and counts once the owner says they mean the same")
    func carried() throws {
        var book = try signed()
        #expect(try status(book).status == .stale)
        book.reword("one", from: old, at: early.plus(hours: 1))
        let step = try status(book)
        #expect(step.status == .ready)
        #expect(step.reason == .restsOnEditorials([2]))
        #expect(step.signOffs.map(\.reason) == [.approves])
        #expect(step.signOffs.map(\.carriedBy) == [[2]])
        let editorial = try #require(book.assessment(asOf: asOf).editorials.first)
        #expect(editorial.reason == .counts)
        #expect(editorial.carries == [1])
        #expect(editorial.principal == "olga")
        // Before that it was not known.
        let before = book.assessment(asOf: early.plus(milliseconds: 1))
        #expect(before.step("one")?.status == .stale)
        #expect(before.editorials.map(\.reason) == [.datedAhead(early.plus(hours: 1))])
    }

    @Test("A rejection, a check and a waiver for the old words are carried over as well")
    func everything() throws {
        var rejected = try signed()
        rejected.sign("one", by: "omar", .reject, at: early, wording: digest(Make.step("one"), old))
        rejected.reword("one", from: old, at: early)
        #expect(try status(rejected).status == .failing)

        let step = Make.step("one", title: "New words", checks: 1, signOff: nil)
        var checked = EntryBook(try Make.checklist([step]))
        checked.check("one", at: early, wording: digest(step, old))
        #expect(try status(checked).status == .stale)
        checked.reword("one", from: old, at: early)
        #expect(try status(checked).reason == .restsOnEditorials([2]))
        #expect(try status(checked).checks[0].carriedBy == [2])
        checked.check("one", 0, .unmet, at: early.plus(hours: 1), wording: digest(step, old))
        #expect(try status(checked).status == .failing)

        var waived = EntryBook(try Make.checklist([Make.step("one", title: "New words")]))
        waived.waive(
            "one", at: early, until: early.plus(hours: 48), wording: digest(Make.step("one"), old))
        #expect(try status(waived).status == .pending)
        waived.reword("one", from: old, at: early)
        #expect(try status(waived).status == .waived)
        #expect(waived.assessment(asOf: asOf).waivers[0].carriedBy == [2])
    }

    @Test("What is newer for the new words replaces what was carried over")
    func replaced() throws {
        var book = try signed()
        book.reword("one", from: old, at: early)
        book.sign("one", by: "nora", .reject, at: early.plus(hours: 1))
        #expect(try status(book).status == .failing)
        book.sign("one", by: "nora", at: early.plus(hours: 2))
        #expect(try status(book).reason == .ready)
    }

    @Test(
        "Several rewordings lead from the oldest words to those of today, each by a word of its own"
    )
    func chain() throws {
        let step = Make.step("one", title: "New words")
        let middle = StepWords(title: "Middle words", text: "")
        var book = try signed(step)
        book.reword("one", from: old, to: digest(step, middle), at: early)
        #expect(try status(book).status == .stale)
        #expect(book.assessment(asOf: asOf).editorials.map(\.reason) == [.otherWording])
        book.reword("one", from: middle, at: early)
        #expect(try status(book).reason == .restsOnEditorials([2, 3]))
        book.revoke(3, by: "olga", at: early)
        #expect(try status(book).status == .stale)
    }

    @Test("What is said twice counts once, and words of today need no word of the owner")
    func twice() throws {
        var book = try signed()
        book.reword("one", from: old, at: early)
        book.reword("one", from: old, at: early)
        book.reword("one", from: StepWords(title: "New words", text: ""), at: early)
        #expect(
            book.assessment(asOf: asOf).editorials.map(\.reason)
                == [.counts, .saidAlready(entry: 2), .sameWording])
        book.revoke(2, by: "olga", at: early)
        #expect(try status(book).reason == .restsOnEditorials([3]))
        book.revoke(3, by: "olga", at: early)
        #expect(try status(book).status == .stale)
    }

    @Test("Only members of the owner's role say so, and they or the author take it back")
    func who() throws {
        var book = try signed()
        book.reword("one", from: old, by: "nora", for: "ops", at: early)
        book.reword("one", from: old, by: "nora", for: "owner", at: early)
        book.reword("one", from: old, by: "olga", for: "ops", at: early)
        #expect(try status(book).status == .stale)
        #expect(
            book.assessment(asOf: asOf).editorials.map(\.reason) == [
                .notTheOwner("nora", owner: "owner"), .notTheOwner("nora", owner: "owner"),
                .notTheOwner("olga", owner: "owner"),
            ])
        book.reword("one", from: old, at: early)
        book.revoke(5, by: "nora", at: early)
        #expect(try status(book).status == .ready)
        book.revoke(5, by: "olga", at: early)
        #expect(try status(book).status == .stale)
        #expect(
            book.assessment(asOf: asOf).editorials.last?.reason
                == .takenBack(by: "olga", at: early, entry: 7))
    }

    @Test("A step of other rules is never taken for a reworded one, whatever the statement claims")
    func rules() throws {
        let step = Make.step("one", title: "New words", rules: " with another sign-off rule")
        let former = Make.step("one", title: "Old words")
        var book = EntryBook(try Make.checklist([step]))
        book.sign("one", by: "nora", at: early, wording: former.digest)
        // The old words under the rules of today are not the step that was signed.
        book.reword("one", from: old, at: early)
        // The claim that they are does not hold.
        book.reword("one", from: old, claiming: former.digest, at: early)
        #expect(try status(book).status == .stale)
        #expect(
            book.assessment(asOf: asOf).editorials.map(\.reason) == [.counts, .otherRules])
        #expect(book.assessment(asOf: asOf).editorials.flatMap(\.carries).isEmpty)
    }

    @Test("Other rules in between break the chain")
    func rulesBetween() throws {
        let step = Make.step("one", title: "New words")
        let strict = Make.step("one", title: "Middle words", rules: " for a while")
        var book = try signed(step)
        book.reword(
            "one", from: StepWords(title: "Middle words", text: ""), claiming: strict.digest,
            at: early)
        book.reword("one", from: old, to: strict.digest, at: early)
        #expect(try status(book).status == .stale)
        #expect(
            book.assessment(asOf: asOf).editorials.map(\.reason) == [.otherRules, .otherWording])
    }

    @Test("Evidence of one step is never carried to another one")
    func steps() throws {
        let steps = [Make.step("one", title: "Words"), Make.step("two", title: "Words")]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("one", by: "nora", at: early)
        book.reword(
            "two", from: StepWords(title: "Words", text: ""), claiming: steps[0].digest, at: early
        )
        #expect(try status(book, "two").status == .pending)
        #expect(book.assessment(asOf: asOf).editorials.map(\.reason) == [.otherRules])
        // A sign-off that names the digest of another step is none of this one.
        book.sign("two", by: "nora", at: early, wording: steps[0].digest)
        #expect(try status(book, "two").status == .stale)
        book.reword("gone", from: old, at: early)
        #expect(book.assessment(asOf: asOf).editorials.last?.reason == .stepRemoved)
    }

    @Test(
        "What was said for another place, target or value carries nothing here",
        arguments: [
            EntryBook.Elsewhere(
                rollout: RolloutReference(id: "sample", place: "checklists/prod/sample.yaml")),
            EntryBook.Elsewhere(scope: Scope(target: "east", parameters: ["cloud": "one"])),
            EntryBook.Elsewhere(scope: Scope(target: "west", parameters: ["cloud": "two"])),
            EntryBook.Elsewhere(scope: Scope(parameters: ["cloud": "one"])),
        ])
    func scopes(elsewhere: EntryBook.Elsewhere) throws {
        let parameters = [Parameter(name: "cloud", value: "one")]
        var book = try signed(target: "west", parameters: parameters)
        book.reword("one", from: old, at: early, about: elsewhere)
        #expect(try status(book).status == .stale)
        let editorial = try #require(book.assessment(asOf: asOf).editorials.first)
        guard case .foreign = editorial.reason else {
            Issue.record("\(editorial.reason)")
            return
        }
        // Nor does the one of this rollout bring evidence of another one here.
        var other = EntryBook(
            try Make.checklist(
                [Make.step("one", title: "New words")], target: "west", parameters: parameters))
        other.sign(
            "one", by: "nora", at: early, wording: digest(Make.step("one"), old), about: elsewhere)
        other.reword("one", from: old, at: early)
        #expect(try status(other).status == .pending)
    }

    @Test("Another checklist's entry is none of this one's")
    func otherChecklist() throws {
        var book = try signed()
        book.reword("one", from: old, at: early, about: .otherID)
        #expect(try status(book).status == .stale)
        #expect(book.assessment(asOf: asOf).editorials.isEmpty)
    }

    @Test("What a rewording carries over counts for the verdict at a start that is past")
    func atStart() throws {
        let start = try Make.at("2025-10-10T00:00:00Z")
        var book = try signed()
        book.reword("one", from: old, at: start.plus(hours: 24))
        let after = book.assessment(asOf: start.plus(hours: 48))
        #expect(after.phases[0].atStart == .go)
        #expect(after.step("one")?.punctuality == .finished(early))
        // It carries what was said, and invents nothing.
        var late = EntryBook(try Make.checklist([Make.step("one", title: "New words")]))
        late.sign(
            "one", by: "nora", at: start.plus(hours: 24), wording: digest(Make.step("one"), old))
        late.reword("one", from: old, at: start.plus(hours: 25))
        #expect(late.assessment(asOf: start.plus(hours: 48)).phases[0].atStart == .noGo)
    }

    @Test("A decision is about the whole text and is not carried over")
    func decisions() throws {
        var book = try signed()
        book.decide(
            "start", .go, at: early,
            about: EntryBook.Elsewhere(text: ContentDigest(of: "the old text".utf8)))
        book.reword("one", from: old, at: early)
        #expect(book.assessment(asOf: asOf).phases[0].decision == nil)
    }

    @Test("Separation of duties holds for what is carried over")
    func duties() throws {
        let steps = [
            Make.step("one", title: "New words"),
            Make.step("two", signOff: SignOffRule(roles: ["ops"], notBy: ["one"])),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("one", by: "nora", at: early, wording: digest(steps[0], old))
        book.reword("one", from: old, at: early)
        book.sign("two", by: "nora", at: early)
        #expect(try status(book, "two").status == .pending)
    }
}
