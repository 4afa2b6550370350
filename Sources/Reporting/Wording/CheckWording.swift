import Characters
package import Rollout

/// Words for what a check found.
package enum CheckWording {
    /// As many phrases as a sentence bears.
    private static let mostPhrases = 3

    /// One sentence that says why the outcome is what it is.
    package static func reason(
        outcome: CheckOutcome.Outcome, obstacle: Obstacle?, findings: [Finding]
    ) -> String {
        switch outcome {
        case .met: return "Seen: \(seen(findings))."
        case .unmet: return unmet(findings.filter { $0.standing == .unmet })
        case .undetermined: return undetermined(obstacle, findings)
        }
    }

    /// The same for an outcome on record.
    package static func reason(of report: CheckReport) -> String {
        reason(outcome: report.outcome, obstacle: report.obstacle, findings: report.findings)
    }

    /// The same for an outcome that nothing has recorded yet.
    package static func reason(of outcome: CheckOutcome) -> String {
        reason(outcome: outcome.outcome, obstacle: outcome.obstacle, findings: outcome.findings)
    }

    /// A sentence for each thing that is so, but worth a look.
    package static func warnings(of findings: [Finding]) -> [String] {
        findings.filter { $0.standing == .warned }.map {
            sentence("Worth a look: expected \($0.expected), but saw \($0.actual)")
        }
    }

    /// The same for the checks of a step whose outcomes count.
    package static func warnings(of step: StepAssessment) -> [String] {
        step.checks.flatMap { check in
            guard !check.sites.isEmpty else {
                return check.freshness == .current
                    ? warnings(of: check.report?.findings ?? []) : []
            }
            return check.sites.filter { $0.freshness == .current }.flatMap { site in
                warnings(of: site.report?.findings ?? []).map { "\(site.site): \($0)" }
            }
        }
    }

    /// The first two things that were seen, as phrases.
    package static func seen(_ report: CheckReport) -> [String] {
        phrases(report.findings).prefix(2).map(line)
    }

    /// What was seen, each thing once.
    private static func phrases(_ findings: [Finding]) -> [String] {
        var phrases: [String] = []
        var known: Set<String> = []
        for finding in findings where known.insert(finding.actual).inserted {
            phrases.append(finding.actual)
        }
        return phrases
    }

    private static func seen(_ findings: [Finding]) -> String {
        let phrases = phrases(findings)
        let shown = phrases.prefix(mostPhrases).map(line).joined(separator: "; ")
        let rest = phrases.count - mostPhrases
        return rest > 0 ? "\(shown), and \(rest) more" : shown
    }

    private static func unmet(_ findings: [Finding]) -> String {
        guard let first = findings.first else { return ObstacleWording.sentence(unworded) }
        let text = "Expected \(first.expected), but saw \(first.actual)"
        switch findings.count {
        case 1: return sentence(text)
        case 2: return sentence("\(text); one more expectation is not met")
        case let count: return sentence("\(text); \(count - 1) more expectations are not met")
        }
    }

    /// What stood in the way as a whole, or with the first thing that could not be looked at.
    private static func undetermined(_ obstacle: Obstacle?, _ findings: [Finding]) -> String {
        if let obstacle { return line(ObstacleWording.sentence(obstacle)) }
        guard let unknown = findings.first(where: { $0.standing == .unknown }) else {
            return ObstacleWording.sentence(unworded)
        }
        return sentence(
            "It is not known whether it is so: expected \(unknown.expected), but saw \(unknown.actual)"
        )
    }

    private static var unworded: Obstacle { Obstacle(.nothingObserved) }

    private static func sentence(_ text: String) -> String { line(text) + "." }

    /// Phrases hold what servers and programs said, which may span lines.
    private static func line(_ text: String) -> String { VisibleText.line(text) }
}
