import Rollout
import Testing

/// Which records an assessment looks at.
struct EvidenceScopeTests {
    @Test("Records of another checklist do not count, even for a step of the same name")
    func foreign() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step", checks: 1)]))
        book.check("step", at: now, about: "other")
        book.sign("step", by: "nora", at: now, about: "other")
        let assessment = book.assessment(asOf: now)
        #expect(assessment.step("step")?.status == .pending)
        #expect(assessment.records.isEmpty)
    }

    @Test("A record counts from the millisecond in which it was recorded")
    func future() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        book.sign("step", by: "nora", at: now)
        #expect(book.assessment(asOf: now.plus(milliseconds: -1)).step("step")?.status == .pending)
        #expect(book.assessment(asOf: now).step("step")?.status == .ready)
    }

    @Test("Records about steps that the checklist does not have change nothing")
    func unknownStep() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = RecordBook(try Make.checklist([Make.step("step")]))
        let before = book.assessment(asOf: now)
        book.sign("gone", by: "nora", at: now)
        book.check("gone", 0, .unmet, at: now)
        let after = book.assessment(asOf: now)
        #expect(after.steps == before.steps)
        #expect(after.phases == before.phases)
    }

    @Test("Two records that claim the same place give the same assessment in either order")
    func samePlace() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let checklist = try Make.checklist([Make.step("step", checks: 1, signOff: nil)])
        var met = RecordBook(checklist)
        met.check("step", at: now)
        var unmet = RecordBook(checklist)
        unmet.check("step", 0, .unmet, at: now)
        let twins = unmet.records.map {
            Record(
                sequence: $0.sequence, recordedAt: $0.recordedAt, checklist: $0.checklist,
                principal: $0.principal, event: $0.event, digest: Make.otherWording)
        }
        let both = met.records + twins
        #expect(
            checklist.assessment(of: both, asOf: now)
                == checklist.assessment(of: both.reversed(), asOf: now))
    }
}
