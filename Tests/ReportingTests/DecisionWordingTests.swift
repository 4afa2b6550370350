import Reporting
import Rollout
import Testing

struct DecisionWordingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let choice: Decision.Choice
        let relation: DecisionAssessment.Relation?
        let verdict: Verdict?
        let conditions: Int
        let title: String
        let sentence: String?

        var testDescription: String { title }
    }

    @Test(
        "a decision is said beside the verdict of the instant",
        arguments: [
            Case(
                choice: .go, relation: .agrees, verdict: .go, conditions: 0, title: "GO",
                sentence: "It agrees with the evidence."),
            Case(
                choice: .go, relation: .withConditions, verdict: .conditional, conditions: 1,
                title: "GO with 1 open condition",
                sentence: "It is a GO with 1 open condition."),
            Case(
                choice: .go, relation: .withConditions, verdict: .conditional, conditions: 2,
                title: "GO with 2 open conditions",
                sentence: "It is a GO with 2 open conditions."),
            Case(
                choice: .go, relation: .goDespite, verdict: .noGo, conditions: 1, title: "GO",
                sentence:
                    "It differs from the evidence: the owner decided GO, and the evidence says NO-GO."
            ),
            Case(
                choice: .go, relation: .goDespite, verdict: nil, conditions: 0, title: "GO",
                sentence:
                    "It differs from the evidence: the owner decided GO, and the phase has no verdict."
            ),
            Case(
                choice: .noGo, relation: .noGoDespite, verdict: .go, conditions: 0, title: "NO-GO",
                sentence:
                    "It differs from the evidence: the owner decided NO-GO, and the evidence says GO."
            ),
            Case(
                choice: .noGo, relation: .agrees, verdict: .noGo, conditions: 3, title: "NO-GO",
                sentence: "It agrees with the evidence."),
            Case(
                choice: .go, relation: nil, verdict: .conditional, conditions: 3, title: "GO",
                sentence: nil),
        ])
    func beside(_ row: Case) throws {
        for question in Decision.Question.allCases { try beside(row, on: question) }
    }

    private func beside(_ row: Case, on question: Decision.Question) throws {
        let decision = Decision(
            phase: "p", question: question, choice: row.choice, reason: "", verdict: .go,
            conditions: 0, reasons: [], ledger: .empty)
        let assessment = DecisionAssessment(
            entry: try Make.entry(
                1, at: "2025-09-29T06:00:00Z", by: "cleo@example.com", .decision(decision)),
            decision: decision, role: "owner",
            reason: row.relation == nil ? .replaced(by: 2) : .stands, relation: row.relation)
        let reasons = Array(repeating: PhaseReason.nothingApplies, count: row.conditions)
        let finding = PhaseFinding(verdict: row.verdict, reasons: reasons, counted: [])
        // What the evidence says on the other question is not what the decision is about.
        let other = PhaseFinding(
            verdict: .conditional, reasons: Array(repeating: .nothingApplies, count: 9),
            counted: [])
        let phase = PhaseAssessment(
            phase: Phase(id: "p", title: "P", starts: try Make.range("2025-10-10")),
            starts: try Make.instant("2025-10-10T00:00:00Z"), hasStarted: false,
            current: question == .start ? finding : other,
            closing: question == .close ? finding : other, atStart: row.verdict, holdsUntil: nil,
            due: [], decision: question == .start ? assessment : nil,
            closingDecision: question == .close ? assessment : nil)
        #expect(DecisionWording.title(assessment, in: phase) == row.title)
        #expect(DecisionWording.relation(assessment, in: phase) == row.sentence)
    }

    @Test(
        "what a decision was made on is counted in words",
        arguments: [
            (0, 1, "CONDITIONAL, at 1 ledger entry"),
            (1, 0, "CONDITIONAL with 1 open condition, at 0 ledger entries"),
            (2, 9, "CONDITIONAL with 2 open conditions, at 9 ledger entries"),
        ])
    func basis(_ conditions: Int, _ size: Int, _ words: String) {
        let decision = Decision(
            phase: "p", choice: .go, reason: "", verdict: .conditional, conditions: conditions,
            reasons: [], ledger: LedgerExtent(size: size, root: Make.digest("r")))
        #expect(DecisionWording.basis(decision) == words)
    }
}
