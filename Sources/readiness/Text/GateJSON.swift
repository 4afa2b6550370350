import CanonicalJSON
import Operations
import Rollout

/// What a gate says, for programs.
enum GateJSON {
    /// The member `gate`, which is added to the report of the rollout.
    static func members(_ answer: GateAnswer) -> [String: JSONValue] {
        [
            "gate": [
                "phase": .string(answer.phase.phase.id.text),
                "question": .string(answer.question.rawValue),
                "verdict": answer.finding.verdict.map { .string($0.rawValue) } ?? .null,
                "decision": decision(answer),
                "passes": .boolean(answer.verdict == .go),
                "earlierNoes": .array(
                    answer.earlierNoes.map { no in
                        [
                            "step": .string(no.step.text), "entry": .number(no.entry),
                            "rejection": .boolean(no.isRejection),
                            "removed": .boolean(no.isRemoved),
                        ]
                    }),
            ]
        ]
    }

    /// Null where no decision is required.
    private static func decision(_ answer: GateAnswer) -> JSONValue {
        guard answer.requiresDecision else { return .null }
        switch answer.lack {
        case nil: return lack("stands", answer.phase.decision(on: answer.question)?.entry)
        case .noDecision: return lack("none", nil)
        case .noGo(let decision): return lack("no-go", decision.entry)
        case .doesNotStand(let decision): return lack(decision.reason.code, decision.entry)
        }
    }

    private static func lack(_ word: String, _ entry: Entry?) -> JSONValue {
        var isEmergency = false
        if case .decision(let decision) = entry?.statement.body {
            isEmergency = decision.isEmergency
        }
        return [
            "reason": .string(word), "entry": entry.map { .number($0.sequence) } ?? .null,
            "emergency": .boolean(isEmergency),
        ]
    }
}
