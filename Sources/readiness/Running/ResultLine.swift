import Characters
import Checks
import Reporting
import Rollout

/// One line for the outcome of one check.
enum ResultLine {
    /// `met          STEP: KIND SUBJECT: REASON`.
    static func text(_ entry: RunPlan.Entry, _ result: CheckResult?) -> String {
        let definition = entry.step.checks[entry.planned.position]
        let outcome = result?.outcome.rawValue ?? "not run"
        let padding = String(repeating: " ", count: max(1, 13 - outcome.count))
        let warnings = (result?.warnings ?? []).map { " Warning: \($0)" }.joined()
        let caution = definition.caution.isEmpty ? "" : " (\(definition.caution))"
        return VisibleText.line(
            outcome + padding
                + "\(entry.step.id): \(definition.kind) \(definition.subject)\(caution): "
                + (result?.reason ?? "interrupted before it was carried out") + warnings)
    }
}
