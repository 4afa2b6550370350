import CanonicalJSON
import Characters
import ChecklistDecoding
import Checks
import Operations
import Reporting
import Rollout

/// What a run would contact, read and execute, for people and for programs.
struct DryRunText {
    private let plan: RunPlan
    private let refusals: [TrustRefusal?]

    /// - Parameters:
    ///   - plan: What would be carried out.
    ///   - refusals: For each checklist why it is not trusted; nil where it is, or needs no trust.
    init(_ plan: RunPlan, _ refusals: [TrustRefusal?]) {
        self.plan = plan
        self.refusals = refusals
    }

    /// A line for each check.
    var text: String {
        plan.items.map { VisibleText.line(line($0)) }.joined(separator: "\n") + "\n"
    }

    private func line(_ item: RunPlan.Item) -> String {
        let check = item.planned.check
        let target = item.checklist.target.map { " (\($0.id))" } ?? ""
        let from = plan.site.id.map { ", from \($0)" } ?? ""
        let retries = check.retry.map { ", up to \($0.times) more times" } ?? ""
        let also =
            (check.check.alsoReads.map(ShellWord.quoted) + item.secretVariables.map { "$\($0)" })
            .joined(separator: ", ")
        return "\(item.step.id)\(target): \(item.definition.kind): \(reach(item))"
            + (also.isEmpty ? "" : ", also reads \(also)") + from + retries + missing(item).words
    }

    /// What is executed as a shell would take it, so that its words can be told apart, and where.
    private func reach(_ item: RunPlan.Item) -> String {
        let check = item.planned.check.check
        guard let execution = check.execution else { return check.reach }
        let folder = item.planned.environment.path(execution.directory)
        return "executes \(ShellWord.line(execution.argv)) in \(ShellWord.quoted(folder))"
    }

    /// The trust that a check would have to do without.
    private enum MissingTrust: String {
        case none
        /// It would not be carried out.
        case whole
        /// What lies elsewhere would not be read.
        case outside

        var words: String {
            switch self {
            case .none: return ""
            case .whole: return "; needs trust, so that it would not"
            case .outside: return "; would read files of the checklist's folder only, without trust"
            }
        }
    }

    private func missing(_ item: RunPlan.Item) -> MissingTrust {
        guard refusals[item.source] != nil else { return .none }
        if item.needsTrust { return .whole }
        return item.planned.check.check.mayNeedTrust ? .outside : .none
    }

    var json: JSONValue {
        ["checks": .array(plan.items.map(entry))]
    }

    private func entry(_ item: RunPlan.Item) -> JSONValue {
        let check = item.planned.check
        var members: [String: JSONValue] = [
            "source": .string(plan.name(of: item)), "rollout": .string("\(item.checklist.id)"),
            "step": .string("\(item.step.id)"), "kind": .string(item.definition.kind),
            "subject": .string(item.definition.subject), "reach": .string(reach(item)),
            "alsoReads": .array(check.check.alsoReads.map { .string($0) }),
            "readsVariables": .array(item.secretVariables.map { .string($0) }),
            "attempts": .integer(Int64((check.retry?.times ?? 0) + 1)),
            "missingTrust": .string(missing(item).rawValue),
        ]
        if let execution = check.check.execution {
            members["argv"] = .array(execution.argv.map { .string($0) })
            members["directory"] = .string(item.planned.environment.path(execution.directory))
        }
        if let target = item.checklist.target { members["target"] = .string("\(target.id)") }
        if let site = plan.site.id { members["site"] = .string("\(site)") }
        return .object(members)
    }
}
