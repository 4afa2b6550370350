import Checks
import Rollout
import Testing

@Suite("Judging by findings")
struct JudgementTests {
    private static let met = Checks.Expectation(
        "a", actual: "a", met: true, otherwise: "never said")
    private static let unmet = Checks.Expectation(
        "b", actual: "c", met: false, otherwise: "It is c.")
    private static let unknown = Checks.Expectation(
        "d", unknownBecause: "no light", otherwise: "There was no light.")

    struct Case: Sendable {
        let expectations: [Checks.Expectation]
        let outcome: CheckResult.Outcome
        let reason: String
    }

    @Test(
        "what is known not to be so weighs more than what is not known",
        arguments: [
            Case(expectations: [met], outcome: .met, reason: "All is well."),
            Case(expectations: [met, unmet], outcome: .unmet, reason: "It is c."),
            Case(
                expectations: [met, unknown], outcome: .undetermined,
                reason: "There was no light."),
            Case(expectations: [unknown, unmet], outcome: .unmet, reason: "It is c."),
            Case(
                expectations: [], outcome: .undetermined,
                reason: "The check expects nothing, so that nothing was found out."),
        ])
    func judge(_ example: Case) {
        let judgement = Judgement.findings(example.expectations, met: "All is well.")
        #expect(judgement.outcome == example.outcome)
        #expect(judgement.reason == example.reason)
        #expect(judgement.findings.count == example.expectations.count)
        #expect(
            judgement.findings.allSatisfy(\.met)
                == (example.outcome == .met || judgement.findings.isEmpty))
    }
}
