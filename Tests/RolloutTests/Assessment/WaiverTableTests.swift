import Rollout
import Testing

/// What a waived step comes to, over everything that may have been there and come since.
struct WaiverTableTests {
    /// Where the step stood when it was waived.
    enum Before: String, CaseIterable {
        case pending, failingByCheck, failingByRejection, unknown, stale, ready
    }

    /// What was recorded since.
    enum Since: String, CaseIterable {
        case nothing, met, unmetAsBefore, unmetOtherwise, metThenUnmet, undetermined, rejection
        case approvalOfWhoRejected, approvalOfAnother
    }

    /// One row of the table.
    struct Row: CustomTestStringConvertible {
        let before: Before
        let since: Since
        let isWaivable: Bool
        let hasEnded: Bool
        let isNeeded: Bool
        var testDescription: String {
            "\(before.rawValue), then \(since.rawValue)" + (isWaivable ? "" : ", not waivable")
                + (hasEnded ? ", ended" : "") + (isNeeded ? ", needed" : "")
        }

        /// A no that was not known when the waiver was given.
        var isOvertaken: Bool {
            switch since {
            case .unmetOtherwise, .metThenUnmet, .rejection: true
            case .unmetAsBefore: before != .failingByCheck
            default: false
            }
        }

        var covers: Bool { isWaivable && !hasEnded && !isOvertaken }

        /// The code of what is said of the waiver.
        var code: String {
            if !isWaivable { return "not-waivable" }
            if hasEnded { return "ended" }
            return isOvertaken ? "overtaken" : "covers"
        }

        /// Where the step would stand without the waiver.
        var plain: StepStatus {
            let isRejected =
                before == .failingByRejection && since != .approvalOfWhoRejected
                || since == .rejection
            let check: StepStatus? =
                switch since {
                case .met: .ready
                case .unmetAsBefore, .unmetOtherwise, .metThenUnmet: .failing
                case .undetermined: .unknown
                default:
                    switch before {
                    case .failingByCheck: .failing
                    case .unknown: .unknown
                    case .stale: .stale
                    case .ready: .ready
                    case .pending, .failingByRejection: nil
                    }
                }
            let isApproved =
                before == .ready || since == .approvalOfAnother || since == .approvalOfWhoRejected
            if isRejected || check == .failing { return .failing }
            if let check, check != .ready { return check }
            return check == .ready && isApproved ? .ready : .pending
        }

        var status: StepStatus { covers ? .waived : plain }

        var verdict: Verdict {
            switch status {
            case .ready: .go
            case .waived: .conditional
            default: .noGo
            }
        }
    }

    static let rows: [Row] = Before.allCases.flatMap { before in
        Since.allCases.flatMap { since in
            (0..<8).map { flags in
                Row(
                    before: before, since: since, isWaivable: flags & 1 == 0,
                    hasEnded: flags & 2 != 0, isNeeded: flags & 4 != 0)
            }
        }
    }

    private static let now = Instant(milliseconds: 1_759_665_600_000)

    @Test("There is a row for everything")
    func count() {
        #expect(Self.rows.count == 432)
        #expect(Set(Self.rows.map(\.status)).count == 6)
    }

    @Test("A waived step stands as the table says", arguments: rows)
    func row(_ row: Row) throws {
        let book = try Self.book(row)
        let assessment = book.assessment(asOf: Self.now)
        let waiver = try #require(assessment.waivers.first)
        let step = try #require(assessment.step("step"))
        #expect(waiver.reason.code == row.code)
        #expect(step.status == row.status)
        #expect(step.withoutWaiver?.status == (row.covers ? row.plain : nil))
        #expect(step.restsOn == (row.covers ? [waiver.entry.sequence] : []))
        #expect(assessment.phases.first?.verdict == row.verdict)
        let behind = assessment.step("behind")
        #expect((behind != nil) == row.isNeeded)
        guard let behind else { return }
        #expect(behind.status == (row.status == .ready || row.covers ? .ready : .blocked))
        #expect(behind.restsOn == step.restsOn)
        #expect(behind.isTainted == row.covers)
        if row.covers { #expect(behind.reason == .restsOnWaivers(step.restsOn)) }
    }

    @Test("When a waiver ends, what rests on it is blocked at once", arguments: [false, true])
    func ends(isTakenBack: Bool) throws {
        let row = Row(
            before: .pending, since: .nothing, isWaivable: true, hasEnded: false, isNeeded: true)
        var book = try Self.book(row)
        let end = Self.now.plus(hours: 1)
        if isTakenBack {
            book.revoke(1, by: "olga", at: Self.now)
        } else {
            let last = book.assessment(asOf: end.plus(milliseconds: -1))
            #expect(last.step("behind")?.isTainted == true)
        }
        let after = book.assessment(asOf: isTakenBack ? Self.now : end)
        #expect(after.step("behind")?.status == .blocked)
        #expect(after.step("behind")?.restsOn == [])
        #expect(after.phases.first?.verdict == .noGo)
    }

    /// The step with its history, and one behind it where it is needed.
    private static func book(_ row: Row) throws -> EntryBook {
        // Where it is needed the step itself is due too late to count: only what is behind counts.
        let due = Due(phase: "start", amount: row.isNeeded ? 1 : 0)
        var steps = [Make.step("step", due: due, waivable: row.isWaivable, checks: 1)]
        if row.isNeeded { steps.append(Make.step("behind", needs: ["step"])) }
        var book = EntryBook(try Make.checklist(steps))
        let first = now.plus(hours: -2)
        switch row.before {
        case .pending: break
        case .failingByCheck: book.check("step", 0, .unmet, at: first)
        case .failingByRejection: book.sign("step", by: "nora", .reject, at: first)
        case .unknown: book.check("step", 0, .undetermined, at: first)
        case .stale: book.check("step", at: first.plus(hours: -99))
        case .ready:
            book.check("step", at: first)
            book.sign("step", by: "omar", at: first)
        }
        let given = now.plus(hours: -1)
        book.waive(
            "step", at: given,
            until: row.hasEnded ? now.plus(milliseconds: -9) : now.plus(hours: 1))
        let then = given.plus(milliseconds: 1)
        switch row.since {
        case .nothing: break
        case .met: book.check("step", at: then)
        case .unmetAsBefore: book.check("step", 0, .unmet, at: then)
        case .unmetOtherwise: book.check("step", 0, .unmet, at: then, actual: ["slow"])
        case .metThenUnmet:
            book.check("step", at: then)
            book.check("step", 0, .unmet, at: then.plus(milliseconds: 1))
        case .undetermined: book.check("step", 0, .undetermined, at: then)
        case .rejection: book.sign("step", by: "mia", .reject, at: then)
        case .approvalOfWhoRejected: book.sign("step", by: "nora", at: then)
        case .approvalOfAnother: book.sign("step", by: "omar", at: then)
        }
        if row.isNeeded { book.sign("behind", by: "nora", at: now) }
        return book
    }
}
