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

    /// Something that is said of the step.
    enum Said: CaseIterable {
        case met, metForAnHour, unmet, approved, rejected, waived
    }

    /// All orders in which four things may be said.
    private static let orders = (0..<4).reduce([[]] as [[Said]]) { orders, _ in
        orders.flatMap { order in Said.allCases.map { order + [$0] } }
    }

    private static func isSettled(_ step: StepAssessment?) -> (waived: Bool, ready: Bool) {
        (step?.status.isSettled ?? false, step?.status == .ready)
    }

    @Test("Whatever is lost, no step is further than it was, and no verdict is better than NO-GO")
    func neverBetter() throws {
        let first = try Make.at("2025-10-05T06:00:00Z")
        let now = try Make.at("2025-10-05T12:00:00Z")
        let checklist = try Make.checklist([
            Make.step("step", checks: 1),
            Make.step("next", needs: ["step"], checks: 1, signOff: nil),
        ])
        var changed = 0
        for order in Self.orders {
            var book = EntryBook(checklist)
            for (number, said) in order.enumerated() {
                let at = first.advanced(by: .seconds(3600 * number))
                switch said {
                case .met: book.check("step", at: at)
                case .metForAnHour:
                    book.check("step", at: at, until: at.advanced(by: .seconds(3600)))
                case .unmet: book.check("step", 0, .unmet, at: at)
                case .approved: book.sign("step", by: "nora", at: at, files: 1)
                case .rejected: book.sign("step", by: "nora", .reject, at: at, files: 1)
                case .waived:
                    book.waive("step", at: at, until: now.advanced(by: .seconds(86_400)))
                }
            }
            book.check("next", at: now)
            let before = book.checklist.assessment(of: book.entries, asOf: now)
            for lost in (1...4).map({ Set([$0]) }) + [[1, 2, 3, 4], [2, 4]] {
                let after = before.withoutFiles(
                    of: lost.sorted(), all: lost, among: book.entries)
                for (old, new) in zip(before.steps, after.steps) {
                    let (was, isNow) = (Self.isSettled(old), Self.isSettled(new))
                    #expect(was.waived || !isNow.waived, "\(order) without \(lost)")
                    #expect(was.ready || !isNow.ready, "\(order) without \(lost)")
                    if was != isNow { changed += 1 }
                }
                let verdicts = after.phases.flatMap { [$0.current.verdict, $0.closing.verdict] }
                #expect(verdicts.allSatisfy { $0 == .noGo }, "\(order) without \(lost)")
            }
        }
        #expect(changed > 100)
    }
}
