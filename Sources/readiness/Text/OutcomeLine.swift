import Characters
import Operations
import Reporting
import Rollout

/// One line for the outcome of one check.
enum OutcomeLine {
    /// `met          STEP: KIND SUBJECT: REASON`, the step behind its checklist where that is not
    /// the only one.
    static func text(
        _ item: RunPlan.Item, _ outcome: CheckOutcome?, in rollout: String?
    ) -> String {
        let definition = item.definition
        let word = outcome?.outcome.rawValue ?? "not run"
        let padding = String(repeating: " ", count: max(1, 13 - word.count))
        let target =
            rollout == nil ? item.checklist.target.map { " (\($0.id))" } ?? "" : ""
        let checklist = rollout.map { "\($0): " } ?? ""
        let cautions = definition.cautions.map { " \(CautionWording.sentence($0))" }.joined()
        let warnings = CheckWording.warnings(of: outcome?.findings ?? []).map { " \($0)" }.joined()
        let reason = outcome.map { CheckWording.reason(of: $0) }
        return VisibleText.line(
            "\(word)\(padding)\(checklist)\(item.step.id)\(target): \(definition.kind) \(definition.subject): "
                + (reason ?? "It was interrupted before it was carried out.") + warnings + cautions)
    }
}
