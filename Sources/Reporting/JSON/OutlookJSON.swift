import CanonicalJSON
import Rollout

/// What is open with whom to call, and what went wrong on the way, for programs.
enum OutlookJSON {
    static func members(_ facts: ReportFacts) -> [String: JSONValue] {
        let steps = facts.assessment.steps
        func ids(_ places: [Int]) -> JSONValue { .names(places.map { steps[$0].step.id }) }
        return [
            "openConditions": .array(
                facts.openConditions.roots.map { condition in
                    [
                        "step": condition.step.map { .string(steps[$0].step.id.text) } ?? .null,
                        "reason": ReasonJSON.value(condition.reason, facts.context),
                        "waiting": ids(condition.waiting),
                        "role": condition.calls.first.map { .string($0.role.text) } ?? .null,
                        "call": .names(condition.call),
                        "calls": .array(condition.calls.map(call)),
                    ]
                }),
            "setbacks": .array(
                facts.setbacks.map { setback in
                    [
                        "kind": .string(kind(setback.kind)),
                        "entry": .number(setback.entry.sequence),
                        "at": .moment(setback.entry.recordedAt),
                        "step": setback.step.map { .string($0.text) } ?? .null,
                    ]
                }),
        ]
    }

    private static func call(_ call: WhomToCall) -> JSONValue {
        ["role": .string(call.role.text), "people": .names(call.people)]
    }

    private static func kind(_ kind: Setback.Kind) -> String {
        switch kind {
        case .rejection: return "rejection"
        case .check(let report, _, _): return "check-\(report.outcome.rawValue)"
        case .decision: return "decision"
        case .poll: return "roll-call"
        }
    }
}
