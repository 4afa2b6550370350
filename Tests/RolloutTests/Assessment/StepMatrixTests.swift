import Rollout
import Testing

/// Statements of the same rollout that were made for another step, check, role or text.
struct StepMatrixTests {
    /// A statement for something else with what is said of it.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let code: String?
        let record: @Sendable (inout EntryBook, Instant) -> Void

        init(
            _ name: String, _ code: String?,
            _ record: @escaping @Sendable (inout EntryBook, Instant) -> Void
        ) {
            testDescription = name
            self.code = code
            self.record = record
        }
    }

    static let cases: [Case] = [
        Case("a check of another id", nil) { $0.check("step", at: $1, about: .otherID) },
        Case("an approval of another id", nil) {
            $0.sign("step", by: "nora", at: $1, about: .otherID)
        },
        Case("a waiver of another id", nil) {
            $0.waive("step", at: $1, until: $1.plus(hours: 1), about: .otherID)
        },
        Case("a decision of another id", nil) { $0.decide("start", .go, at: $1, about: .otherID) },
        Case("a check of another step", nil) { $0.check("other", at: $1) },
        Case("a check of the family", nil) { $0.check("step/a", at: $1) },
        Case("a check at another place", nil) { $0.check("step", 1, at: $1, kind: "tcp") },
        Case("a check of another kind", nil) { $0.check("step", at: $1, kind: "tls") },
        Case("an approval of another step", "step-removed") {
            $0.sign("gone", by: "nora", at: $1)
        },
        Case("an approval of a step of the family", "step-removed") {
            $0.sign("step/a", by: "nora", at: $1)
        },
        Case("an approval of another wording", "other-wording") {
            $0.sign("step", by: "nora", at: $1, wording: Make.otherWording)
        },
        Case("a rejection of another wording", "other-wording") {
            $0.sign("step", by: "nora", .reject, at: $1, wording: Make.otherWording)
        },
        Case("an approval for another role", "other-role") {
            $0.sign("step", by: "nora", for: "security", at: $1)
        },
        Case("an approval for a role that is not there", "role-removed") {
            $0.sign("step", by: "nora", for: "gone", at: $1)
        },
        Case("an approval of a stranger", "not-a-member") { $0.sign("step", by: "eve", at: $1) },
        Case("an approval of a member in other letters", "not-a-member") {
            $0.sign("step", by: "Nora", at: $1)
        },
        Case("a waiver of another step", "step-removed") {
            $0.waive("gone", at: $1, until: $1.plus(hours: 1))
        },
        Case("a waiver of another wording", "other-wording") {
            $0.waive("step", at: $1, until: $1.plus(hours: 1), wording: Make.otherWording)
        },
        Case("a waiver for another role", "other-role") {
            $0.waive("step", by: "nora", for: "ops", at: $1, until: $1.plus(hours: 1))
        },
        Case("a waiver of a stranger", "not-a-member") {
            $0.waive("step", by: "nora", at: $1, until: $1.plus(hours: 1))
        },
        Case("a go for another phase", "phase-removed") { $0.decide("gone", .go, at: $1) },
        Case("a go on another text", "other-text") {
            $0.decide("start", .go, at: $1, about: .init(text: Make.otherWording))
        },
        Case("a go for another role", "not-the-owner") {
            $0.decide("start", .go, by: "olga", for: "ops", at: $1)
        },
        Case("a go of a stranger", "not-a-member") { $0.decide("start", .go, by: "eve", at: $1) },
    ]

    @Test("There are enough ways")
    func count() {
        #expect(Self.cases.count == 24)
    }

    @Test(
        "A statement about something else makes nothing ready, waived or decided", arguments: cases)
    func counts(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [Make.step("step", checks: 1), Make.step("other", checks: 1)]
        var book = EntryBook(try Make.checklist(steps))
        item.record(&book, now)
        let assessment = book.assessment(asOf: now)
        let step = try #require(assessment.step("step"))
        #expect([.pending, .stale].contains(step.status))
        #expect(step.checks.first?.freshness == .missing)
        #expect(assessment.verdict == .noGo)
        #expect(assessment.phases.first?.decision == nil)
        let codes =
            assessment.signOffs.map(\.reason.code) + assessment.waivers.map(\.reason.code)
            + assessment.decisions.map(\.reason.code)
        #expect(codes == (item.code.map { [$0] } ?? []))
    }

    @Test("A check of another wording is stale, never current")
    func otherWording() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.check("step", at: now, wording: Make.otherWording)
        let step = book.assessment(asOf: now).step("step")
        #expect(step?.checks.first?.freshness == .olderWording)
        #expect(step?.reason.code == "check-older-wording")
        #expect(step?.status == .stale)
    }

    /// A revocation that takes nothing back, with the reason.
    @Test(
        "A revocation that names something else takes nothing back",
        arguments: [
            Case("another digest", "no-such-entry") {
                $0.revoke(1, by: "nora", at: $1, digest: Make.otherWording)
            },
            Case("another step", "no-such-entry") {
                $0.revoke(1, by: "nora", at: $1, step: "other")
            },
            Case("another entry", "no-such-entry") { $0.revoke(9, by: "nora", at: $1) },
            Case("an entry of another rollout", "no-such-entry") {
                $0.revoke(3, by: "nora", at: $1)
            },
            Case("a check", "not-revocable") { $0.revoke(2, by: "robot@example.com", at: $1) },
            Case("a stranger", "not-the-author") { $0.revoke(1, by: "eve", at: $1) },
        ])
    func revocations(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(
            try Make.checklist([Make.step("step", checks: 1), Make.step("other")]))
        book.sign("step", by: "nora", at: now)
        book.check("step", at: now)
        book.sign(
            "step", by: "nora", at: now,
            about: .init(rollout: RolloutReference(id: "sample", place: "x.yaml")))
        item.record(&book, now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.step("step")?.status == .ready)
        #expect(assessment.revocations.map(\.reason.code) == [item.code])
    }
}
