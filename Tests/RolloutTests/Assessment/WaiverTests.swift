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

    /// Somebody of security, whom a deputy and a sign-off of others concern.
    private static func checklist(
        _ members: [Principal], signOff: [RoleID], deputy: Principal
    ) throws -> Checklist {
        let terms = Deputy(
            member: "omar", deputy: deputy, from: try Make.point("2025-10-04"),
            until: try Make.point("2025-10-05"), reason: "Away")
        return Checklist(
            rollout: Make.rollout, title: "Sample", owner: "security", zone: .utc, change: Change(),
            parameters: [], timeline: [try Make.phase("start", starts: "2025-10-10")],
            roles: [
                Role(id: "security", title: "Security", members: members),
                Role(id: "ops", title: "Operations", members: ["omar"], deputies: [terms]),
                Role(id: "desk", title: "Desk", members: ["sam"]),
            ],
            effects: [],
            steps: [Make.step("step", signOff: SignOffRule(roles: signOff))],
            waivers: rule(["security"]), digest: ContentDigest(of: "the text".utf8))
    }

    @Test(
        "Nobody waives a step that they stand in for a member of, or that they may sign",
        arguments: [
            (["ops"], "dan", "2025-10-05T12:00:00Z", "own-step-as-deputy"),
            (["ops"], "dan", "2025-10-06T12:00:00Z", "covers"),
            (["desk"], "dan", "2025-10-05T12:00:00Z", "own-step-as-deputy"),
            (["desk"], "sam", "2025-10-06T12:00:00Z", "own-sign-off"),
            (["ops", "desk"], "sam", "2025-10-06T12:00:00Z", "own-sign-off"),
            (["ops"], "sam", "2025-10-06T12:00:00Z", "covers"),
        ] as [([RoleID], Principal, String, String)])
    func ownInterest(roles: [RoleID], by name: Principal, time: String, code: String) throws {
        let now = try Make.at(time)
        var book = EntryBook(
            try Self.checklist(["dan", "sam"], signOff: roles, deputy: "dan"))
        book.waive("step", by: name, for: "security", at: now, until: now.plus(hours: 1))
        #expect(book.assessment(asOf: now).waivers.map(\.reason.code) == [code])
    }

    @Test("A step whose sign-off all are asked for who waive may be waived by nobody")
    func mayBeWaivedBySigners() throws {
        let alone = try Self.checklist(["sam"], signOff: ["desk"], deputy: "dan")
        #expect(alone.steps.first.map(alone.mayBeWaived) == false)
        let others = try Self.checklist(["sam", "dan"], signOff: ["desk"], deputy: "dan")
        #expect(others.steps.first.map(others.mayBeWaived) == true)
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
