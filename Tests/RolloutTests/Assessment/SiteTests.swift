import Rollout
import Testing

/// A check that is carried out from several places.
struct SiteTests {
    private let now = Instant(milliseconds: 1_759_665_600_000)

    private func book(_ checks: Int = 1) throws -> EntryBook {
        EntryBook(try Make.checklist([Make.step("step", checks: checks, signOff: nil)]))
    }

    /// What one site saw, and how many hours ago.
    struct Look {
        let site: String?
        let outcome: CheckOutcome.Outcome
        let hours: Int

        init(_ site: String?, _ outcome: CheckOutcome.Outcome, _ hours: Int = 1) {
            self.site = site
            self.outcome = outcome
            self.hours = hours
        }
    }

    struct Row: CustomTestStringConvertible {
        let status: StepStatus
        /// The site that the reason names.
        let site: SiteID?
        let looks: [Look]

        init(_ status: StepStatus, _ site: SiteID?, _ looks: Look...) {
            self.status = status
            self.site = site
            self.looks = looks
        }

        var testDescription: String {
            let seen = looks.map { "\($0.site ?? "no site") \($0.outcome) \($0.hours) h ago" }
            return "\(seen.joined(separator: ", ")): \(status.rawValue)"
        }
    }

    static let rows = [
        Row(.ready, nil, Look("dmz", .met), Look("office", .met)),
        Row(.failing, "dmz", Look("dmz", .unmet), Look("office", .met)),
        Row(.failing, nil, Look(nil, .unmet), Look("office", .met)),
        Row(.failing, "office", Look("office", .unmet), Look(nil, .met)),
        Row(.failing, "dmz", Look("dmz", .unmet, 99), Look("office", .met)),
        Row(.failing, "dmz", Look("dmz", .unmet, 3), Look("office", .undetermined)),
        Row(.unknown, "dmz", Look("dmz", .undetermined), Look("office", .met)),
        Row(.unknown, "office", Look("dmz", .met, 99), Look("office", .undetermined)),
        Row(.stale, "dmz", Look("dmz", .met, 99), Look("office", .met)),
        Row(.ready, nil, Look("dmz", .unmet, 9), Look("office", .met, 3), Look("dmz", .met)),
        Row(.failing, "dmz", Look("dmz", .met, 9), Look("office", .met, 3), Look("dmz", .unmet)),
    ]

    @Test("The newest outcome of each site counts, and the worst of them wins", arguments: rows)
    func worst(_ row: Row) throws {
        var book = try book()
        for look in row.looks {
            book.check(
                "step", 0, look.outcome, at: now.plus(hours: -look.hours), from: look.site)
        }
        let step = book.assessment(asOf: now).step("step")
        #expect(step?.status == row.status)
        switch step?.reason {
        case .checkUnmet(let check, _, _, _), .checkUndetermined(let check, _, _, _),
            .checkTooOld(let check, _, _, _):
            #expect(check.site == row.site)
        default: #expect(step?.reason == .ready)
        }
    }

    @Test("The verdict holds until the first site has been silent for too long")
    func holdsUntil() throws {
        var book = try book()
        book.check("step", at: now.plus(hours: -9), from: "dmz")
        book.check("step", at: now.plus(hours: -1), from: "office")
        let assessment = book.assessment(asOf: now)
        #expect(assessment.step("step")?.countsUntil == now.plus(hours: 15))
        #expect(assessment.phases.first?.holdsUntil == now.plus(hours: 15))
        let then = book.assessment(asOf: now.plus(hours: 15))
        #expect(then.step("step")?.status == .stale)
    }

    @Test("A step was first ready when no site said no any more")
    func history() throws {
        var book = try book()
        book.check("step", 0, .unmet, at: now.plus(hours: -9), from: "dmz")
        book.check("step", at: now.plus(hours: -5), from: "office")
        #expect(book.assessment(asOf: now).step("step")?.punctuality == .open)
        book.check("step", at: now.plus(hours: -3), from: "dmz")
        let found = book.assessment(asOf: now).step("step")?.punctuality
        #expect(found == .finished(now.plus(hours: -3)))
    }

    @Test("A waiver covers what each site saw, and a no of another site is new")
    func waiver() throws {
        var book = try book()
        book.check("step", 0, .unmet, at: now.plus(hours: -9), from: "dmz")
        book.waive("step", at: now.plus(hours: -8), until: now.plus(hours: 9))
        book.check("step", at: now.plus(hours: -7), from: "office")
        book.check("step", 0, .unmet, at: now.plus(hours: -6), from: "dmz")
        #expect(book.assessment(asOf: now).step("step")?.status == .waived)
        book.check("step", 0, .unmet, at: now.plus(hours: -5), from: "office")
        #expect(book.assessment(asOf: now).step("step")?.status == .failing)
    }

    @Test("Names of sites are told apart by their bytes")
    func bytes() throws {
        var book = try book()
        book.check("step", 0, .unmet, at: now, from: "caf\u{E9}")
        book.check("step", at: now, from: "cafe\u{301}")
        #expect(book.assessment(asOf: now).step("step")?.status == .failing)
    }

    @Test("A site that saw only an older wording is not waited for")
    func olderWording() throws {
        var book = try book()
        book.check("step", 0, .unmet, at: now, wording: Make.otherWording, from: "dmz")
        #expect(book.assessment(asOf: now).step("step")?.status == .stale)
        book.check("step", at: now, from: "office")
        #expect(book.assessment(asOf: now).step("step")?.status == .ready)
    }
}
