import Rollout
import Testing

/// The decision table: first match wins, over every combination of its rows.
struct DecisionTableTests {
    /// The rows of the table that can be made to match at will, in the order of the table.
    private static let rows: [StepStatus] = [
        .notApplicable, .waived, .failing, .unknown, .stale, .pending, .blocked,
    ]

    @Test("The first row that matches wins, whatever other rows match", arguments: 0..<128)
    func firstMatchWins(combination: Int) throws {
        let matching = Set(
            Self.rows.indices.filter { combination >> $0 & 1 == 1 }.map { Self.rows[$0] })
        let now = try Make.at("2025-10-05T12:00:00Z")
        let step = Make.step(
            "step", needs: ["other"],
            applicability: matching.contains(.notApplicable)
                ? Make.off : .applies,
            checks: 4)
        var book = EntryBook(try Make.checklist([step, Make.step("other")]))
        book.check("step", 0, matching.contains(.failing) ? .unmet : .met, at: now)
        book.check("step", 1, matching.contains(.unknown) ? .undetermined : .met, at: now)
        book.check("step", 2, .met, at: matching.contains(.stale) ? now.plus(hours: -48) : now)
        if !matching.contains(.pending) { book.check("step", 3, .met, at: now) }
        book.sign("step", by: "nora", at: now)
        if matching.contains(.waived) { book.waive("step", at: now, until: now.plus(hours: 1)) }
        if !matching.contains(.blocked) { book.sign("other", by: "omar", at: now) }

        let status = book.assessment(asOf: now).step("step")?.status
        #expect(status == Self.rows.first(where: matching.contains) ?? .ready)
    }

    /// One way to come to a status.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let status: StepStatus
        let code: String
        let history: @Sendable (inout EntryBook, Instant) -> Void

        init(
            _ name: String, _ status: StepStatus, _ code: String,
            _ history: @escaping @Sendable (inout EntryBook, Instant) -> Void
        ) {
            testDescription = name
            self.status = status
            self.code = code
            self.history = history
        }
    }

    @Test(
        "Every way into a row has its own reason",
        arguments: [
            Case("nothing", .pending, "check-missing") { _, _ in },
            Case("check only", .pending, "sign-offs-missing") { book, now in
                book.check("step", at: now)
            },
            Case("sign-off only", .pending, "check-missing") {
                book, now in book.sign("step", by: "nora", at: now)
            },
            Case("both", .ready, "ready") { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case("unmet", .failing, "check-unmet") { book, now in
                book.check("step", 0, .unmet, at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case(
                "unmet long ago, never looked at again", .failing,
                "check-unmet"
            ) { book, now in book.check("step", 0, .unmet, at: now.plus(hours: -99)) },
            Case(
                "not looked at, newest", .unknown,
                "check-undetermined"
            ) { book, now in
                book.check("step", at: now.plus(hours: -1))
                book.check("step", 0, .undetermined, at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case("unmet, then met", .ready, "ready") {
                book, now in
                book.check("step", 0, .unmet, at: now.plus(hours: -1))
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case(
                "met for another wording", .stale,
                "check-older-wording"
            ) { book, now in
                book.check("step", at: now, wording: Make.otherWording)
                book.sign("step", by: "nora", at: now)
            },
            Case(
                "unmet for this wording, met later for another", .failing,
                "check-unmet"
            ) { book, now in
                book.check("step", 0, .unmet, at: now.plus(hours: -1))
                book.check("step", at: now, wording: Make.otherWording)
            },
            Case("another kind", .pending, "check-missing") {
                book, now in
                book.check("step", at: now, kind: "tls")
                book.sign("step", by: "nora", at: now)
            },
            Case("another position", .pending, "check-missing") {
                book, now in
                book.check("step", 1, at: now, kind: "tcp")
                book.sign("step", by: "nora", at: now)
            },
            Case("rejected", .failing, "rejected") { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now)
                book.sign("step", by: "omar", .reject, at: now)
            },
            Case(
                "approved in another wording", .stale,
                "sign-off-stale"
            ) { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now, wording: Make.otherWording)
            },
            Case(
                "rejected in another wording", .stale,
                "sign-off-stale"
            ) { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", .reject, at: now, wording: Make.otherWording)
            },
            Case(
                "approved in another wording by a stranger", .pending,
                "sign-offs-missing"
            ) { book, now in
                book.check("step", at: now)
                book.sign("step", by: "eve", at: now, wording: Make.otherWording)
            },
            Case(
                "waived", .waived,
                "waived"
            ) { book, now in
                book.check("step", 0, .unmet, at: now)
                book.waive("step", at: now, until: now.plus(hours: 1))
            },
        ])
    func reason(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1)]))
        item.history(&book, now)
        let step = try #require(book.assessment(asOf: now).step("step"))
        #expect(step.status == item.status)
        #expect(step.reason.code == item.code)
    }

    private static let mismatches = [
        Mismatch(parameter: "cloud", value: "dod", wanted: ["worldwide"])
    ]

    @Test("A step or phase that does not apply says why")
    func notApplicable() throws {
        let steps = [
            Make.step("own", applicability: Make.off),
            Make.step("inherited", due: Due(phase: "off")),
        ]
        let phases = [
            try Make.phase("start", starts: "2025-10-10"),
            try Make.phase("off", starts: "2025-10-11", applicability: Make.off),
        ]
        let assessment = EntryBook(try Make.checklist(steps, phases: phases))
            .assessment(asOf: try Make.at("2025-10-05T12:00:00Z"))
        #expect(assessment.steps.map(\.status) == [.notApplicable, .notApplicable])
        #expect(
            assessment.steps.map(\.reason) == [
                .notApplicable(Self.mismatches, phase: nil),
                .notApplicable(Self.mismatches, phase: "off"),
            ])
        #expect(assessment.phase("off")?.verdict == nil)
        #expect(
            assessment.phase("off")?.current.reasons == [.doesNotApply(Self.mismatches)])
    }

    @Test("A step that asks for nothing, or for the sign-off of nobody, is never ready")
    func nothingAsked() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [
            Make.step("nothing", signOff: nil),
            Make.step("nobody", checks: 1, signOff: SignOffRule(roles: [])),
            Make.step("zero", signOff: SignOffRule(roles: ["ops"], count: 0)),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.check("nobody", at: now)
        book.sign("nothing", by: "nora", at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.steps.map(\.status) == [.pending, .pending, .pending])
        #expect(assessment.verdict == .noGo)
    }
}
