import Rollout
import Testing

/// Which entries an assessment looks at.
struct EvidenceScopeTests {
    @Test("Entries about another checklist do not count, even for a step of the same name")
    func foreign() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1)]))
        book.check("step", at: now, about: .otherID)
        book.sign("step", by: "nora", at: now, about: .otherID)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.step("step")?.status == .pending)
        #expect(assessment.entries.isEmpty)
    }

    @Test("A yes counts from the millisecond in which it was recorded, a no at once")
    func datedAhead() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let checklist = try Make.checklist([Make.step("step", checks: 1)])
        var yes = EntryBook(checklist)
        yes.sign("step", by: "nora", at: now)
        yes.check("step", at: now)
        #expect(yes.assessment(asOf: now.plus(milliseconds: -1)).step("step")?.status == .pending)
        #expect(yes.assessment(asOf: now).step("step")?.status == .ready)
        var rejected = yes
        rejected.sign("step", by: "omar", .reject, at: now.plus(hours: 9))
        #expect(rejected.assessment(asOf: now).step("step")?.status == .failing)
        var unmet = yes
        unmet.check("step", 0, .unmet, at: now.plus(hours: 9))
        #expect(unmet.assessment(asOf: now).step("step")?.status == .failing)
        var unknown = yes
        unknown.check("step", 0, .undetermined, at: now.plus(hours: 9))
        #expect(unknown.assessment(asOf: now).step("step")?.status == .unknown)
        var waived = EntryBook(checklist)
        waived.waive("step", at: now, until: now.plus(hours: 9))
        let ahead = waived.assessment(asOf: now.plus(milliseconds: -1))
        #expect(ahead.step("step")?.status == .pending)
        #expect(ahead.waivers.map(\.reason) == [.datedAhead(now)])
    }

    @Test("Entries about steps that the checklist does not have change nothing, and are kept")
    func unknownStep() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        let before = book.assessment(asOf: now)
        book.sign("gone", by: "nora", at: now)
        book.check("gone", 0, .unmet, at: now)
        book.waive("gone", at: now, until: now.plus(hours: 1))
        let after = book.assessment(asOf: now)
        #expect(after.steps == before.steps)
        #expect(after.phases == before.phases)
        #expect(after.signOffs.map(\.reason) == [.stepRemoved])
        #expect(after.waivers.map(\.reason) == [.stepRemoved])
    }

    @Test("Two entries that claim the same place give the same assessment in either order")
    func samePlace() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let checklist = try Make.checklist([Make.step("step", checks: 1, signOff: nil)])
        var met = EntryBook(checklist)
        met.check("step", at: now)
        var unmet = EntryBook(checklist)
        unmet.check("step", 0, .unmet, at: now)
        let twins = unmet.entries.map {
            Entry(
                sequence: $0.sequence, recordedAt: $0.recordedAt, ordinal: $0.ordinal,
                rollouts: $0.rollouts, statement: $0.statement,
                signature: nil, digest: Make.otherWording)
        }
        let both = met.entries + twins
        #expect(
            checklist.assessment(of: both, asOf: now)
                == checklist.assessment(of: both.reversed(), asOf: now))
    }
}
