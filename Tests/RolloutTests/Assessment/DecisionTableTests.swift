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
                ? .doesNotApply(because: "cloud is dod") : .applies,
            checks: 4)
        var book = RecordBook(try Make.checklist([step, Make.step("other")]))
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
        let reason: String
        let history: @Sendable (inout RecordBook, Instant) -> Void

        init(
            _ name: String, _ status: StepStatus, _ reason: String,
            _ history: @escaping @Sendable (inout RecordBook, Instant) -> Void
        ) {
            testDescription = name
            self.status = status
            self.reason = reason
            self.history = history
        }
    }

    @Test(
        "Every way into a row has its own sentence",
        arguments: [
            Case("nothing", .pending, "Check tcp host:0 was never carried out.") { _, _ in },
            Case("check only", .pending, "0 of 1 sign-offs for ops are there.") { book, now in
                book.check("step", at: now)
            },
            Case("sign-off only", .pending, "Check tcp host:0 was never carried out.") {
                book, now in book.sign("step", by: "nora", at: now)
            },
            Case("both", .ready, "Everything that the step asks for is there.") { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case("unmet", .failing, "Check tcp host:0 is not met: It is unmet.") { book, now in
                book.check("step", 0, .unmet, at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case(
                "unmet long ago, never looked at again", .failing,
                "Check tcp host:0 is not met: It is unmet."
            ) { book, now in book.check("step", 0, .unmet, at: now.plus(hours: -99)) },
            Case(
                "not looked at, newest", .unknown,
                "Check tcp host:0 could not be carried out: It is undetermined."
            ) { book, now in
                book.check("step", at: now.plus(hours: -1))
                book.check("step", 0, .undetermined, at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case("unmet, then met", .ready, "Everything that the step asks for is there.") {
                book, now in
                book.check("step", 0, .unmet, at: now.plus(hours: -1))
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case(
                "met for another wording", .stale,
                "Check tcp host:0 was last carried out on 2025-10-05 14:00, for another wording."
            ) { book, now in
                book.check("step", at: now, wording: Make.otherWording)
                book.sign("step", by: "nora", at: now)
            },
            Case(
                "unmet for this wording, met later for another", .failing,
                "Check tcp host:0 is not met: It is unmet."
            ) { book, now in
                book.check("step", 0, .unmet, at: now.plus(hours: -1))
                book.check("step", at: now, wording: Make.otherWording)
            },
            Case("another kind", .pending, "Check tcp host:0 was never carried out.") {
                book, now in
                book.check("step", at: now, kind: "tls")
                book.sign("step", by: "nora", at: now)
            },
            Case("another position", .pending, "Check tcp host:0 was never carried out.") {
                book, now in
                book.check("step", 1, at: now, kind: "tcp")
                book.sign("step", by: "nora", at: now)
            },
            Case("rejected", .failing, "Rejected by omar for ops: Seen.") { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now)
                book.sign("step", by: "omar", .reject, at: now)
            },
            Case(
                "approved in another wording", .stale,
                "The sign-off of nora for ops was given for another wording of the step."
            ) { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", at: now, wording: Make.otherWording)
            },
            Case(
                "rejected in another wording", .stale,
                "The rejection by nora for ops was given for another wording of the step."
            ) { book, now in
                book.check("step", at: now)
                book.sign("step", by: "nora", .reject, at: now, wording: Make.otherWording)
            },
            Case(
                "approved in another wording by a stranger", .pending,
                "0 of 1 sign-offs for ops are there."
            ) { book, now in
                book.check("step", at: now)
                book.sign("step", by: "eve", at: now, wording: Make.otherWording)
            },
            Case(
                "waived", .waived,
                "Waived by olga until 2025-10-05 15:00: The vendor is late."
            ) { book, now in
                book.check("step", 0, .unmet, at: now)
                book.waive("step", at: now, until: now.plus(hours: 1))
            },
        ])
    func sentence(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step", checks: 1)]))
        item.history(&book, now)
        let step = try #require(book.assessment(asOf: now).step("step"))
        #expect(step.status == item.status)
        #expect(step.reason == item.reason)
    }

    @Test("A step or phase that does not apply says why")
    func notApplicable() throws {
        let off = Applicability.doesNotApply(because: "cloud is dod, not worldwide")
        let steps = [
            Make.step("own", applicability: off), Make.step("inherited", due: Due(phase: "off")),
        ]
        let phases = [
            try Make.phase("start", starts: "2025-10-10"),
            try Make.phase("off", starts: "2025-10-11", applicability: off),
        ]
        let assessment = RecordBook(try Make.checklist(steps, phases: phases))
            .assessment(asOf: try Make.at("2025-10-05T12:00:00Z"))
        #expect(assessment.steps.map(\.status) == [.notApplicable, .notApplicable])
        #expect(
            assessment.steps.map(\.reason) == [
                "It does not apply: cloud is dod, not worldwide.",
                "It does not apply: its phase off does not, because cloud is dod, not worldwide.",
            ])
        #expect(assessment.phase("off")?.verdict == nil)
        #expect(
            assessment.phase("off")?.reasons == [
                "The phase does not apply: cloud is dod, not worldwide."
            ])
    }

    @Test("A step that asks for nothing, or for the sign-off of nobody, is never ready")
    func nothingAsked() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [
            Make.step("nothing", signOff: nil),
            Make.step("nobody", checks: 1, signOff: SignOffRule(roles: [])),
            Make.step("zero", signOff: SignOffRule(roles: ["ops"], count: 0)),
        ]
        var book = RecordBook(try Make.checklist(steps))
        book.check("nobody", at: now)
        book.sign("nothing", by: "nora", at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.steps.map(\.status) == [.pending, .pending, .pending])
        #expect(assessment.verdict == .noGo)
    }
}
