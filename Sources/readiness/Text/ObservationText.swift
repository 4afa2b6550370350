import CanonicalJSON
import Characters
import Checks
import Reporting
import Rollout

/// What one check saw, for people and for programs.
struct ObservationText {
    let definition: CheckDefinition
    let outcome: CheckOutcome

    var lines: [String] {
        var lines = [
            "\(outcome.outcome.rawValue)  \(definition.kind) \(definition.subject)",
            CheckWording.reason(of: outcome),
        ]
        lines += CheckWording.warnings(of: outcome.findings)
        lines += definition.cautions.map(CautionWording.sentence)
        if !outcome.findings.isEmpty { lines += ["", "Findings"] }
        lines += outcome.findings.flatMap { finding in
            [
                "  \(Self.word(finding.standing)): \(finding.expected)",
                "    saw: \(finding.actual)",
            ]
        }
        if !outcome.facts.isEmpty { lines += ["", "Facts"] }
        lines += outcome.facts.sorted { $0.key < $1.key }.map { name, value in
            "  \(name): \(value.text ?? value.canonicalText)"
        }
        return lines.map(VisibleText.line)
    }

    private static func word(_ standing: Finding.Standing) -> String {
        standing == .warned ? "met, worth a look" : standing.rawValue
    }

    var json: JSONValue {
        [
            "kind": .string(definition.kind), "subject": .string(definition.subject),
            "outcome": .string(outcome.outcome.rawValue),
            "observedAt": .string(outcome.observedAt.rfc3339),
            "reason": .string(CheckWording.reason(of: outcome)),
            "obstacle": outcome.obstacle?.json ?? .null,
            "warnings": .array(CheckWording.warnings(of: outcome.findings).map { .string($0) }),
            "findings": .array(
                outcome.findings.map { finding in
                    [
                        "expected": .string(finding.expected), "actual": .string(finding.actual),
                        "standing": .string(finding.standing.rawValue),
                    ]
                }),
            "facts": .object(outcome.facts),
        ]
    }
}
