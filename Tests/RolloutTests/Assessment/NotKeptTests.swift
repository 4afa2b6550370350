import Rollout
import Testing

@Suite("A yes whose files are not kept")
struct NotKeptTests {
    /// What entries say where the files of some are lost.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let checks: [CheckOutcome.Outcome]
        let signers: [Principal]
        var choice: SignOff.Choice = .approve
        let lost: Set<Int>
        let status: StepStatus
    }

    static let rows = [
        Row(testDescription: "nothing", checks: [.met], signers: [], lost: [], status: .ready),
        Row(
            testDescription: "the only met check", checks: [.met], signers: [], lost: [1],
            status: .pending),
        Row(
            testDescription: "the newer of two met checks", checks: [.met, .met], signers: [],
            lost: [2], status: .ready),
        Row(
            testDescription: "a met check after an unmet one", checks: [.unmet, .met],
            signers: [], lost: [2], status: .failing),
        Row(
            testDescription: "an unmet check", checks: [.unmet], signers: [], lost: [1],
            status: .failing),
        Row(
            testDescription: "one of two approvals where one is asked for", checks: [],
            signers: ["nora", "omar"], lost: [1], status: .ready),
        Row(
            testDescription: "both approvals", checks: [], signers: ["nora", "omar"],
            lost: [1, 2], status: .stale),
        Row(
            testDescription: "the newer approval of one person", checks: [],
            signers: ["nora", "nora"], lost: [2], status: .stale),
        Row(
            testDescription: "a rejection", checks: [], signers: ["nora"], choice: .reject,
            lost: [1], status: .failing),
    ]

    @Test("It does not count, and a no does", arguments: rows)
    func status(_ row: Row) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let step = Make.step(
            "step", checks: row.checks.isEmpty ? 0 : 1,
            signOff: row.signers.isEmpty ? nil : SignOffRule(roles: ["ops"]))
        var book = EntryBook(try Make.checklist([step]))
        for outcome in row.checks { book.check("step", 0, outcome, at: now) }
        for signer in row.signers { book.sign("step", by: signer, row.choice, at: now, files: 1) }
        let assessment = book.checklist.assessment(
            of: book.entries, asOf: now, notKept: row.lost)
        #expect(assessment.step("step")?.status == row.status)
    }

    @Test("A check says that what it saw is gone, and a step keeps when it was finished")
    func reasons() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(
            try Make.checklist([
                Make.step("seen", checks: 1, signOff: nil), Make.step("signed"),
            ]))
        book.check("seen", at: now)
        book.sign("signed", by: "nora", at: now, files: 1)
        let assessment = book.checklist.assessment(of: book.entries, asOf: now, notKept: [1, 2])
        #expect(assessment.outcomeObjections == [1: .notKept])
        #expect(assessment.signOffs.map(\.reason) == [.notKept])
        #expect(assessment.step("signed")?.punctuality == .finished(now))
        #expect(assessment.step("signed")?.lacking.map(\.role) == ["ops"])
    }
}
