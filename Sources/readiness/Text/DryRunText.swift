import Characters
import ChecklistDecoding
import Checks
import Operations
import Rollout

/// What a run would contact, read and execute, one line for each check.
enum DryRunText {
    static func text(_ plan: RunPlan, _ refusals: [TrustRefusal?]) -> String {
        let lines = plan.items.map { item -> String in
            let check = item.planned.check
            let target = item.checklist.target.map { " (\($0.id))" } ?? ""
            let isRefused = refusals[item.source] != nil && check.check.mayNeedTrust
            let from = plan.site.id.map { ", from \($0)" } ?? ""
            let retries = check.retry.map { ", up to \($0.times) more times" } ?? ""
            return VisibleText.line(
                "\(item.step.id)\(target): \(item.definition.kind): \(check.check.reach)\(from)\(retries)"
                    + (isRefused ? "; needs trust, so that it would not" : ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
