import Rollout
import Testing

/// What on record lapses or counts again by an edit.
struct RecordComparisonTests {
    @Test("Sign-offs, waivers, checks and decisions that lapse are named with their reasons")
    func lapsing() throws {
        let at = try Make.at("2025-10-01T08:00:00Z")
        let steps = [
            Make.step("one"), Make.step("two"), Make.step("three", checks: 1, signOff: nil),
        ]
        let old = try Make.checklist(steps)
        var book = EntryBook(old)
        book.sign("one", by: "nora", at: at)
        book.waive("two", at: at, until: at.plus(hours: 48))
        book.check("three", at: at)
        book.decide("start", .go, at: at)
        let new = try Make.checklist(
            [
                Make.step("one", title: "Other words"), Make.step("two", rules: "2"),
                Make.step("three", checks: 1, signOff: nil, rules: "2"),
            ], text: "the new text")
        let later = at.plus(hours: 1)
        let comparison = RecordComparison(
            from: old.assessment(of: book.entries, asOf: later),
            to: new.assessment(of: book.entries, asOf: later))
        #expect(comparison.lapsing.map(\.entry.sequence) == [1, 2, 3, 4])
        #expect(
            comparison.lapsing.map(\.why) == [
                .signOff(.otherWording), .waiver(.otherWording), .check,
                .decision(.otherText(old.digest)),
            ])
        #expect(comparison.returning.isEmpty)
        #expect(
            comparison.verdicts == [
                RecordComparison.Verdicts(phase: "start", before: .conditional, after: .noGo)
            ])
        let back = RecordComparison(
            from: new.assessment(of: book.entries, asOf: later),
            to: old.assessment(of: book.entries, asOf: later))
        #expect(back.returning.map(\.entry.sequence) == [1, 2, 3, 4])
        #expect(back.lapsing.isEmpty)
    }

    @Test("A removed step takes its evidence with it")
    func removed() throws {
        let at = try Make.at("2025-10-01T08:00:00Z")
        let old = try Make.checklist([Make.step("one"), Make.step("two", checks: 1, signOff: nil)])
        var book = EntryBook(old)
        book.sign("one", by: "nora", at: at)
        book.check("two", at: at)
        let new = try Make.checklist([Make.step("three")])
        let comparison = RecordComparison(
            from: old.assessment(of: book.entries, asOf: at),
            to: new.assessment(of: book.entries, asOf: at))
        #expect(comparison.lapsing.map(\.why) == [.signOff(.stepRemoved), .gone])
    }
}
