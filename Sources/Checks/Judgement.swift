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
    /// What is known not to be so weighs more than what could not be looked at.
    ///
    /// - Parameters:
    ///   - expectations: What was expected, in the order in which it is reported; the first that is
    ///     not met gives the reason.
    ///   - reason: The sentence that says what is so, where everything is met.
    ///   - warnings: What is met but wants attention.
    /// - Returns: The judgement.
    package static func findings(
        _ expectations: [Expectation], met reason: String, warnings: [String] = []
    ) -> Judgement {
        let findings = expectations.map(\.finding)
        let unmet = expectations.filter { !$0.finding.met }
        if let known = unmet.first(where: { !$0.isUnknown }) {
            return Judgement(.unmet, known.otherwise, findings: findings, warnings: warnings)
        }
        if let unknown = unmet.first { return .undetermined(unknown.otherwise, findings: findings) }
        guard !findings.isEmpty else {
            return .undetermined("The check expects nothing, so that nothing was found out.")
        }
        return Judgement(.met, reason, findings: findings, warnings: warnings)
    }
}
