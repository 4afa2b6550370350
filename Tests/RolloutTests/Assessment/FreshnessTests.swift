import Rollout
import Testing

/// What time does to evidence, at the exact moments.
struct FreshnessTests {
    /// A moment after the evidence with the status that the step has then.
    struct Moment: CustomTestStringConvertible {
        let after: Duration
        let status: StepStatus
        var testDescription: String { "\(after): \(status.rawValue)" }
    }

    private static let day = Duration.seconds(86_400)

    @Test(
        "A check counts from its observation until fresh-for has passed",
        arguments: [
            Moment(after: .zero, status: .ready),
            Moment(after: day - .milliseconds(1), status: .ready),
            Moment(after: day, status: .stale),
            Moment(after: day + .milliseconds(1), status: .stale),
        ])
    func freshFor(_ moment: Moment) throws {
        let then = try Make.at("2025-10-05T12:00:00Z")
        let step = Make.step("step", checks: 1, signOff: nil, freshFor: Self.day)
        var book = EntryBook(try Make.checklist([step]))
        book.check("step", at: then)
        let found = book.assessment(asOf: then.advanced(by: moment.after)).step("step")
        #expect(found?.status == moment.status)
        let standing = moment.status == .ready ? CheckAssessment.Freshness.current : .tooOld
        #expect(found?.checks.first?.freshness == standing)
    }

    @Test("What a check saw counts no longer than it lasts, and its end is foreseen")
    func ended() throws {
        let then = try Make.at("2025-10-05T12:00:00Z")
        let step = Make.step("step", checks: 1, signOff: nil, freshFor: .seconds(86_400 * 30))
        var book = EntryBook(try Make.checklist([step]))
        let end = then.plus(hours: 48)
        book.check("step", at: then, until: end)
        let before = book.assessment(asOf: then.plus(hours: 1)).step("step")
        #expect(before?.status == .ready && before?.countsUntil == end)
        let last = book.assessment(asOf: end.advanced(by: .milliseconds(-1))).step("step")
        #expect(last?.status == .ready)
        let after = book.assessment(asOf: end).step("step")
        #expect(after?.status == .stale)
        #expect(
            after?.reason
                == .checkEnded(
                    CheckName(CheckDefinition(kind: "tcp", subject: "host:0"), position: 0),
                    observedAt: then, end: end, entry: 1))
    }

    @Test("An end behind fresh-for, and that of a no, change nothing")
    func endedLater() throws {
        let then = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.check("step", at: then, until: then.plus(hours: 1000))
        #expect(
            book.assessment(asOf: then.plus(hours: 30)).step("step")?.reason.code == "check-too-old"
        )
        book.check("step", 0, .unmet, at: then.plus(hours: 31), until: then.plus(hours: 32))
        #expect(book.assessment(asOf: then.plus(hours: 33)).step("step")?.status == .failing)
    }

    @Test("A check that is too old says when it was carried out, and how long it counted")
    func staleReason() throws {
        let then = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.check("step", at: then)
        #expect(
            book.assessment(asOf: then.plus(hours: 30)).step("step")?.reason
                == .checkTooOld(
                    CheckName(CheckDefinition(kind: "tcp", subject: "host:0"), position: 0),
                    observedAt: then, freshFor: Self.day, entry: 1)
        )
    }

    @Test("The age counts from the observation, not from the entry of it")
    func observedBefore() throws {
        let recorded = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.check("step", at: recorded, observedAt: recorded.plus(hours: -2))
        #expect(book.assessment(asOf: recorded.plus(hours: 21)).step("step")?.status == .ready)
        #expect(book.assessment(asOf: recorded.plus(hours: 22)).step("step")?.status == .stale)
    }

    @Test("An observation dated after its entry is no fresher than the entry")
    func observedInFuture() throws {
        let recorded = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.check("step", at: recorded, observedAt: recorded.plus(hours: 24 * 365))
        #expect(book.assessment(asOf: recorded.plus(hours: 23)).step("step")?.status == .ready)
        #expect(book.assessment(asOf: recorded.plus(hours: 24)).step("step")?.status == .stale)
        #expect(
            book.assessment(asOf: recorded.plus(hours: 24 * 365)).step("step")?.status == .stale)
    }

    @Test("A no that is dated in the future does not disappear behind an older yes")
    func futureNo() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.check("step", at: now.plus(hours: -1))
        book.check("step", 0, .unmet, at: now, observedAt: now.plus(hours: 1))
        #expect(book.assessment(asOf: now).step("step")?.status == .failing)
    }

    @Test(
        "An approval counts from its entry until valid-for has passed",
        arguments: [
            Moment(after: .zero, status: .ready),
            Moment(after: day * 30 - .milliseconds(1), status: .ready),
            Moment(after: day * 30, status: .stale),
        ])
    func validFor(_ moment: Moment) throws {
        let then = try Make.at("2025-10-05T12:00:00Z")
        let rule = SignOffRule(roles: ["ops"], validFor: Self.day * 30)
        var book = EntryBook(try Make.checklist([Make.step("step", signOff: rule)]))
        book.sign("step", by: "nora", at: then)
        let found = book.assessment(asOf: then.advanced(by: moment.after)).step("step")
        #expect(found?.status == moment.status)
        if moment.status == .stale {
            #expect(
                found?.reason
                    == .signOffStale(
                        .lapsed(then.advanced(by: Self.day * 30)), choice: .approve, by: "nora",
                        role: "ops", entry: 1))
        }
    }

    @Test("A rejection does not lapse")
    func rejectionStays() throws {
        let then = try Make.at("2025-10-05T12:00:00Z")
        let rule = SignOffRule(roles: ["ops"], validFor: Self.day)
        var book = EntryBook(try Make.checklist([Make.step("step", signOff: rule)]))
        book.sign("step", by: "nora", .reject, at: then)
        #expect(book.assessment(asOf: then.plus(hours: 999)).step("step")?.status == .failing)
    }

    @Test(
        "A waiver covers from its entry until its end, which it does not cover",
        arguments: [
            Moment(after: .milliseconds(-1), status: .pending),
            Moment(after: .zero, status: .waived),
            Moment(after: .seconds(7200) - .milliseconds(1), status: .waived),
            Moment(after: .seconds(7200), status: .pending),
        ])
    func waiverEnd(_ moment: Moment) throws {
        let then = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        book.waive("step", at: then, until: then.plus(hours: 2))
        #expect(
            book.assessment(asOf: then.advanced(by: moment.after)).step("step")?.status
                == moment.status)
    }
}
