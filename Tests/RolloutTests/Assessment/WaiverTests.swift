import Rollout
import Testing

/// Which waivers cover.
struct WaiverTests {
    /// A waiver with what is said of it.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let history: @Sendable (inout EntryBook, Instant) -> Void

        init(
            _ name: String, _ code: String,
            _ history: @escaping @Sendable (inout EntryBook, Instant) -> Void
        ) {
            testDescription = name
            self.code = code
            self.history = history
        }
    }

    private static let longest = 30 * 24

    @Test(
        "A waiver covers only where everything about it is right",
        arguments: [
            Case("right", "covers") { book, now in
                book.waive("step", at: now, until: now.plus(hours: 1))
            },
            Case("the longest", "covers") { book, now in
                book.waive("step", at: now, until: now.plus(hours: longest))
            },
            Case("too long", "too-long") { book, now in
                book.waive("step", at: now, until: now.plus(hours: longest).plus(milliseconds: 1))
            },
            Case("ends at once", "ends-before-it-begins") { book, now in
                book.waive("step", at: now, until: now)
            },
            Case("ended", "ended") { book, now in
                book.waive("step", at: now.plus(hours: -2), until: now.plus(hours: -1))
            },
            Case("not a member", "not-a-member") { book, now in
                book.waive("step", by: "eve", at: now, until: now.plus(hours: 1))
            },
            Case("another role", "other-role") { book, now in
                book.waive("step", by: "nora", for: "ops", at: now, until: now.plus(hours: 1))
            },
            Case("another wording", "other-wording") { book, now in
                book.waive(
                    "step", at: now, until: now.plus(hours: 1), wording: Make.otherWording)
            },
            Case("another step", "step-removed") { book, now in
                book.waive("gone", at: now, until: now.plus(hours: 1))
            },
        ])
    func coverage(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        item.history(&book, now)
        let assessment = book.assessment(asOf: now)
        let covers = item.code == "covers"
        #expect(assessment.waivers.map(\.reason.code) == [item.code])
        #expect(assessment.waivers.map(\.covers) == [covers])
        #expect(assessment.step("step")?.status == (covers ? .waived : .pending))
        #expect(assessment.verdict == (covers ? .conditional : .noGo))
    }

    private static func rule(_ roles: [RoleID]) -> WaiverRule {
        WaiverRule(roles: roles, longest: .seconds(86_400))
    }

    @Test(
        "Nobody waives a step of a role of their own, whatever role they waive for",
        arguments: [
            ("nora", "ops", "own-step"), ("nora", "security", "own-step"),
            ("sam", "security", "covers"),
        ] as [(Principal, RoleID, String)])
    func ownStep(principal: Principal, role: RoleID, code: String) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let rule = Self.rule(["ops", "security"])
        var book = EntryBook(try Make.checklist([Make.step("step")], waivers: rule))
        book.waive("step", by: principal, for: role, at: now, until: now.plus(hours: 1))
        #expect(book.assessment(asOf: now).waivers.map(\.reason.code) == [code])
    }

    @Test("A step may be waived where a member of a role that waives is none of its own role")
    func mayBeWaived() throws {
        let step = Make.step("step")
        let firm = Make.step("firm", waivable: false)
        func may(_ step: Step, _ rule: WaiverRule?) throws -> Bool {
            try Make.checklist([step], waivers: rule).mayBeWaived(step)
        }
        #expect(try may(step, Self.rule(["security"])) && may(step, Self.rule(["ops", "owner"])))
        #expect(try !may(step, Self.rule(["ops"])) && !may(step, Self.rule(["nobody"])))
        #expect(try !may(step, nil) && !may(firm, Self.rule(["owner"])))
    }

    @Test("A checklist without a rule for waivers allows none")
    func noRule() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let checklist = try Make.checklist([Make.step("step")], waivers: nil)
        var book = EntryBook(checklist)
        book.waive("step", at: now, until: now.plus(hours: 1))
        let assessment = book.assessment(asOf: now)
        #expect(assessment.waivers.map(\.reason) == [.noWaivers])
        #expect(assessment.step("step")?.status == .pending)
    }

    @Test("A step that everything is there for is waived while the waiver covers, never ready")
    func waivedIsNotReady() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        book.sign("step", by: "nora", at: now)
        book.waive("step", at: now, until: now.plus(hours: 1))
        #expect(book.assessment(asOf: now).step("step")?.status == .waived)
        #expect(book.assessment(asOf: now).verdict == .conditional)
        #expect(book.assessment(asOf: now.plus(hours: 1)).verdict == .go)
    }
}
