import Characters
import Operations
import Reporting
import Rollout

/// One line for the outcome of one check.
enum OutcomeLine {
    /// `met          STEP: KIND SUBJECT: REASON`.
    static func text(_ entry: RunPlan.Entry, _ outcome: CheckOutcome?) -> String {
        let definition = entry.definition
        let word = outcome?.outcome.rawValue ?? "not run"
        let padding = String(repeating: " ", count: max(1, 13 - word.count))
        let target = entry.checklist.target.map { " (\($0.id))" } ?? ""
        let cautions = definition.cautions.map { " \(CautionWording.sentence($0))" }.joined()
        let reason = outcome.map {
            CheckWording.reason(
                outcome: $0.outcome, obstacle: $0.obstacle, findings: $0.findings)
        }
        return VisibleText.line(
            "\(word)\(padding)\(entry.step.id)\(target): \(definition.kind) \(definition.subject): "
                + (reason ?? "It was interrupted before it was carried out.") + cautions)
    }
}
