import Rollout
import Testing

/// When a step is late.
struct LateTests {
    /// A due point with the moment at which it has passed.
    struct Case: CustomTestStringConvertible {
        let zone: String
        let starts: String
        let due: Due
        let lapses: String
        var testDescription: String { "\(due) of \(starts) in \(zone)" }
    }

    @Test(
        "A due day lasts until that day ends in the checklist's zone",
        arguments: [
            Case(
                zone: "UTC", starts: "2025-10-10", due: Due(phase: "start"),
                lapses: "2025-10-11T00:00:00Z"),
            Case(
                zone: "Europe/Berlin", starts: "2025-10-10", due: Due(phase: "start"),
                lapses: "2025-10-10T22:00:00Z"),
            Case(
                zone: "Pacific/Auckland", starts: "2025-10-10", due: Due(phase: "start"),
                lapses: "2025-10-10T11:00:00Z"),
            // The clocks go back on this day, which has 25 hours.
            Case(
                zone: "Europe/Berlin", starts: "2025-10-26", due: Due(phase: "start"),
                lapses: "2025-10-26T23:00:00Z"),
            // The clocks go forward on this day, which has 23 hours.
            Case(
                zone: "Europe/Berlin", starts: "2026-03-29", due: Due(phase: "start"),
                lapses: "2026-03-29T22:00:00Z"),
            // A week before a day behind the change is a day before it.
            Case(
                zone: "Europe/Berlin", starts: "2025-10-30",
                due: Due(phase: "start", amount: -1, unit: .weeks), lapses: "2025-10-23T22:00:00Z"),
            // Monday less one working day is Friday.
            Case(
                zone: "Europe/Berlin", starts: "2025-10-13",
                due: Due(phase: "start", amount: -1, unit: .workingDays),
                lapses: "2025-10-10T22:00:00Z"),
            // A local time passes at itself.
            Case(
                zone: "Europe/Berlin", starts: "2025-10-10T22:00", due: Due(phase: "start"),
                lapses: "2025-10-10T20:00:00Z"),
            // Days keep the time of day across the change, hours are real ones.
            Case(
                zone: "Europe/Berlin", starts: "2025-10-26T12:00",
                due: Due(phase: "start", amount: -1, unit: .days), lapses: "2025-10-25T10:00:00Z"),
            Case(
                zone: "Europe/Berlin", starts: "2025-10-26T12:00",
                due: Due(phase: "start", amount: -24, unit: .hours), lapses: "2025-10-25T11:00:00Z"),
        ])
    func lapse(_ item: Case) throws {
        let step = Make.step("step", due: item.due)
        let checklist = try Make.checklist(
            [step], phases: [try Make.phase("start", starts: item.starts)],
            zone: try Make.zone(item.zone))
        let lapses = try Make.at(item.lapses)
        let book = EntryBook(checklist)
        let before = try #require(book.assessment(asOf: lapses.plus(milliseconds: -1)).step("step"))
        let after = try #require(book.assessment(asOf: lapses).step("step"))
        #expect(before.dueLapses == lapses)
        #expect(!before.isLate)
        #expect(after.isLate)
    }

    @Test("Ready, waived and not applicable steps are never late; all others are")
    func whoIsLate() throws {
        let now = try Make.at("2025-10-20T12:00:00Z")
        let steps = [
            Make.step("ready"), Make.step("waived"),
            Make.step("off", applicability: Make.off), Make.step("pending"),
            Make.step("failing"), Make.step("blocked", needs: ["pending"]),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("ready", by: "nora", at: now)
        book.waive("waived", at: now, until: now.plus(hours: 1))
        book.sign("failing", by: "nora", .reject, at: now)
        book.sign("blocked", by: "nora", at: now)
        let assessment = book.assessment(asOf: now)
        #expect(
            assessment.steps.map(\.status) == [
                .ready, .waived, .notApplicable, .pending, .failing, .blocked,
            ])
        #expect(assessment.steps.map(\.isLate) == [false, false, false, true, true, true])
    }
}
