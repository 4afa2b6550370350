package import Rollout

/// What an observation means for the options of its check.
package struct Judgement: Hashable, Sendable {
    package let outcome: CheckResult.Outcome
    package let reason: String
    package let warnings: [String]
    package let findings: [Finding]

    private init(
        _ outcome: CheckResult.Outcome, _ reason: String, findings: [Finding] = [],
        warnings: [String] = []
    ) {
        self.outcome = outcome
        self.reason = reason
        self.warnings = warnings
        self.findings = findings
    }

    /// It could not be looked at; the reason says which of the ways that happens it was.
    package static func undetermined(_ reason: String, findings: [Finding] = []) -> Judgement {
        Judgement(.undetermined, reason, findings: findings)
    }

    /// Judges by findings: met only where there is at least one and all are met.
    ///
    /// - Parameters:
    ///   - reason: The sentence that says what is so, where everything is met.
    ///   - expectations: What was expected, in the order in which it is reported; the first that is not met gives the reason.
    ///   - warnings: What is met but wants attention.
    package static func findings(
        _ expectations: [Expectation], met reason: String, warnings: [String] = []
    ) -> Judgement {
        let findings = expectations.map(\.finding)
        if let unmet = expectations.first(where: { !$0.finding.met }) {
            return Judgement(.unmet, unmet.otherwise, findings: findings, warnings: warnings)
        }
        guard !findings.isEmpty else {
            return .undetermined("The check expects nothing, so that nothing was found out.")
        }
        return Judgement(.met, reason, findings: findings, warnings: warnings)
    }
}

/// A finding with the sentence that is the reason where it is not met.
package struct Expectation: Hashable, Sendable {
    package let finding: Finding
    package let otherwise: String

    package init(_ expected: String, actual: String, met: Bool, otherwise: String) {
        finding = Finding(expected: expected, actual: actual, met: met)
        self.otherwise = otherwise
    }
}
