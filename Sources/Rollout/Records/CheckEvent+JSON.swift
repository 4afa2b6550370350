import CanonicalJSON

extension CheckEvent {
    /// The check as a record has it under `event`.
    var json: JSONValue {
        [
            "step": step.json,
            "position": .integer(Int64(position)),
            "kind": .string(kind),
            "result": result.json,
            "tool": .string(tool),
            "host": .string(host),
        ]
    }

    /// Reads the `event` of a check.
    init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(
            step: try StepReference(inside: &object),
            position: try object.integer("position", atLeast: 0), kind: try object.text("kind"),
            result: try object.object("result") { result throws(RecordFormatError) in
                try CheckResult(&result)
            },
            tool: try object.text("tool"), host: try object.text("host"))
    }
}

extension CheckResult {
    fileprivate var json: JSONValue {
        [
            "outcome": .string(outcome.rawValue),
            "reason": .string(reason),
            "warnings": .array(warnings.map { .string($0) }),
            "observedAt": .string(observedAt.rfc3339),
            "facts": .object(facts),
            "findings": .array(
                findings.map {
                    [
                        "expected": .string($0.expected), "actual": .string($0.actual),
                        "met": .boolean($0.met),
                    ]
                }),
        ]
    }

    fileprivate init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(
            outcome: try object.word("outcome"), reason: try object.text("reason"),
            warnings: try object.texts("warnings"), observedAt: try object.instant("observedAt"),
            facts: try object.members("facts"),
            findings: try object.objects("findings") { finding throws(RecordFormatError) in
                Finding(
                    expected: try finding.text("expected"), actual: try finding.text("actual"),
                    met: try finding.boolean("met"))
            })
    }
}
