package import CanonicalJSON
package import Rollout

/// A comparison of two texts for programs.
package enum ComparisonJSON {
    package static func value(_ comparison: ChecklistComparison) -> JSONValue {
        .array(comparison.differences.map(value))
    }

    private static func value(_ difference: Difference) -> JSONValue {
        let (kind, id) = name(difference.subject)
        var members: [String: JSONValue] = [
            "kind": .string(kind), "id": .string(id), "title": .string(difference.title),
            "parts": .array(
                difference.parts.map { part in
                    [
                        "part": .string(part.part.rawValue),
                        "before": .array(part.before.map(JSONValue.string)),
                        "after": .array(part.after.map(JSONValue.string)),
                        "text": .string(
                            DifferenceWording.lines(part).joined(separator: "\n")),
                    ]
                }),
            "rewording": .boolean(difference.isRewording),
        ]
        switch difference.nature {
        case .added: members["nature"] = "added"
        case .removed: members["nature"] = "removed"
        case .changed: members["nature"] = "changed"
        }
        return .object(members)
    }

    private static func name(_ subject: Difference.Subject) -> (kind: String, id: String) {
        switch subject {
        case .checklist: return ("checklist", "")
        case .phase(let id): return ("phase", id.text)
        case .role(let id): return ("role", id.text)
        case .parameter(let name): return ("parameter", name)
        case .effect(let id): return ("effect", id)
        case .step(let id): return ("step", id.text)
        }
    }

    /// `before` and `after` say why something does not count by their text.
    package static func value(
        _ record: RecordComparison, before: WordingContext, after: WordingContext
    ) -> JSONValue {
        [
            "lapsing": .array(record.lapsing.map { value($0, after) }),
            "returning": .array(record.returning.map { value($0, before) }),
            "unapproved": .array(record.unapproved.map { .string($0.text) }),
            "verdicts": .array(
                record.verdicts.map { verdicts in
                    [
                        "phase": .string(verdicts.phase.text),
                        "before": verdicts.before.map { .string($0.rawValue) } ?? .null,
                        "after": verdicts.after.map { .string($0.rawValue) } ?? .null,
                    ]
                }),
        ]
    }

    private static func value(
        _ item: RecordComparison.Item, _ context: WordingContext
    ) -> JSONValue {
        let statement = item.entry.statement
        let own: [String: JSONValue] = [
            "kind": .string(statement.body.kind.rawValue),
            "step": statement.step.map { .string($0.id.text) } ?? .null,
            "role": statement.role.map { .string($0.text) } ?? .null,
            "code": .string(item.why.code),
            "why": .string(RecordWording.sentence(item.why, context)),
        ]
        return .object(own.merging(EntryJSON.members(item.entry)) { own, _ in own })
    }
}
