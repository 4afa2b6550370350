import Rollout
import Testing

/// What a later no keeps from being carried over.
extension EditorialTests {
    @Test("An older yes does not come back past a later no for the words in between")
    func overtaken() throws {
        let middle = StepWords(title: "Middle words", text: "")
        var book = try signed()
        let between = digest(Make.step("one"), middle)
        book.sign("one", by: "nora", .reject, at: early, wording: between)
        book.reword("one", from: old, at: early)
        #expect(try status(book).status == .stale)
        #expect(book.assessment(asOf: asOf).editorials.map(\.carries) == [[]])
        // Where the words in between are called the same as well, her no counts.
        var both = book
        both.reword("one", from: middle, at: early)
        #expect(try status(both).status == .failing)
        // What she took back, or said yes to again, stands in nobody's way.
        var back = book
        back.revoke(2, by: "nora", at: early)
        #expect(try status(back).status == .ready)
        book.sign("one", by: "nora", at: early, wording: between)
        #expect(try status(book).status == .ready)
    }

    @Test("Nor does a check that was met past one that is not, nor a waiver past any no")
    func overtakenChecks() throws {
        let step = Make.step("one", title: "New words", checks: 1, signOff: nil)
        let between = digest(step, StepWords(title: "Middle words", text: ""))
        for outcome in [CheckOutcome.Outcome.unmet, .undetermined] {
            var book = EntryBook(try Make.checklist([step]))
            book.check("one", at: early, wording: digest(step, old))
            book.check("one", at: early, wording: digest(step, old), from: "dmz")
            book.check("one", 0, outcome, at: early, wording: between)
            book.reword("one", from: old, at: early)
            #expect(book.assessment(asOf: asOf).editorials.map(\.carries) == [[2]])
        }
        var waived = EntryBook(try Make.checklist([step]))
        waived.waive("one", at: early, until: early.plus(hours: 48), wording: digest(step, old))
        waived.check("one", 0, .unmet, at: early, wording: between)
        waived.reword("one", from: old, at: early)
        #expect(try status(waived).status == .stale)
    }
}
