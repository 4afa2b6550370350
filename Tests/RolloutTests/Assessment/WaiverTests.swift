import Rollout
import Testing

/// Which waivers cover.
struct WaiverTests {
    /// A waiver with what is said of it.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let why: String
        let history: @Sendable (inout RecordBook, Instant) -> Void

        init(
            _ name: String, _ why: String,
            _ history: @escaping @Sendable (inout RecordBook, Instant) -> Void
        ) {
            testDescription = name
            self.why = why
            self.history = history
        }
    }

    private static let longest = 30 * 24

    @Test(
        "A waiver covers only where everything about it is right",
        arguments: [
            Case("right", "covers until 2025-10-05 15:00") { book, now in
                book.waive("step", at: now, until: now.plus(hours: 1))
            },
            Case("the longest", "covers until 2025-11-04 13:00") { book, now in
                book.waive("step", at: now, until: now.plus(hours: longest))
            },
            Case("too long", "it lasts longer than the checklist allows (30d)") { book, now in
                book.waive("step", at: now, until: now.plus(hours: longest).plus(milliseconds: 1))
            },
            Case("ends at once", "it ends before it begins") { book, now in
                book.waive("step", at: now, until: now)
            },
            Case("ended", "ended on 2025-10-05 13:00") { book, now in
                book.waive("step", at: now.plus(hours: -2), until: now.plus(hours: -1))
            },
            Case("not a member", "eve is not a member of owner") { book, now in
                book.waive("step", by: "eve", at: now, until: now.plus(hours: 1))
            },
            Case("another role", "waivers are given by owner, not by ops") { book, now in
                book.waive("step", by: "nora", for: "ops", at: now, until: now.plus(hours: 1))
            },
            Case("another wording", "was given for another wording of the step") { book, now in
                book.waive(
                    "step", at: now, until: now.plus(hours: 1), wording: Make.otherWording)
            },
            Case("another step", "the checklist has no such step") { book, now in
                book.waive("gone", at: now, until: now.plus(hours: 1))
            },
        ])
    func coverage(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        item.history(&book, now)
        let assessment = book.assessment(asOf: now)
        let covers = item.why.hasPrefix("covers")
        #expect(assessment.waivers.map(\.why) == [item.why])
        #expect(assessment.waivers.map(\.covers) == [covers])
        #expect(assessment.step("step")?.status == (covers ? .waived : .pending))
        #expect(assessment.verdict == (covers ? .conditional : .noGo))
    }

    @Test("A checklist without a rule for waivers allows none")
    func noRule() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let sample = try Make.checklist([Make.step("step")])
        let checklist = Checklist(
            id: sample.id, title: sample.title, owner: sample.owner, zone: sample.zone,
            change: sample.change, parameters: [], timeline: sample.timeline, roles: sample.roles,
            effects: [], steps: sample.steps, waivers: nil, digest: sample.digest)
        var book = RecordBook(checklist)
        book.waive("step", at: now, until: now.plus(hours: 1))
        let assessment = book.assessment(asOf: now)
        #expect(assessment.waivers.map(\.why) == ["the checklist allows no waivers"])
        #expect(assessment.step("step")?.status == .pending)
    }

    @Test("A step that everything is there for is waived while the waiver covers, never ready")
    func waivedIsNotReady() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        book.sign("step", by: "nora", at: now)
        book.waive("step", at: now, until: now.plus(hours: 1))
        #expect(book.assessment(asOf: now).step("step")?.status == .waived)
        #expect(book.assessment(asOf: now).verdict == .conditional)
        #expect(book.assessment(asOf: now.plus(hours: 1)).verdict == .go)
    }
}
