import CanonicalJSON
import Characters
import ChecklistDecoding
import LedgerStorage
import Operations
import Reporting
import Rollout

/// What `readiness diff` says, for people and for programs.
enum DiffText {
    static func text(_ outcome: CompareChecklists.Outcome) -> String {
        var lines = ["\(name(outcome.before)) → \(name(outcome.after))"]
        // Targets differ in their values alone, as a rule: what is the same for all is said once.
        let comparisons = outcome.pairs.compactMap(\.comparison)
        let isSame = Set(comparisons).count == 1
        if isSame, let first = comparisons.first { lines += changes(first) }
        for pair in outcome.pairs {
            var own = isSame ? [] : pair.comparison.map(changes) ?? []
            if let before = pair.before, let after = pair.after, let record = pair.record {
                let found = ComparisonText.lines(
                    record, before: WordingContext(before.checklist),
                    after: WordingContext(after.checklist))
                own += found.isEmpty ? ["On record: everything counts as before."] : found
            } else {
                own.append(pair.after == nil ? "removed  the target" : "added  the target")
            }
            let target = (pair.after ?? pair.before)?.target
            lines += target.map { ["", "target \($0)"] } ?? []
            lines += own
        }
        lines += outcome.otherScopes.map {
            "The ledger holds statements for \(words($0)) as well: name them with --target and --set."
        }
        return lines.map { VisibleText.line($0) + "\n" }.joined()
    }

    private static func changes(_ comparison: ChecklistComparison) -> [String] {
        let lines = ComparisonText.lines(comparison)
        return lines.isEmpty ? ["The texts say the same."] : lines
    }

    private static func name(_ loaded: LoadedChecklist) -> String {
        let digest = loaded.checklist.digest.short
        return loaded.source.path.map { "\($0) (\(digest))" } ?? "the text \(digest) on record"
    }

    private static func words(_ scope: Scope) -> String {
        let values = scope.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return ((scope.target.map { ["target \($0)"] } ?? []) + values).joined(separator: ", ")
    }

    static func json(_ outcome: CompareChecklists.Outcome) -> JSONValue {
        [
            "before": source(outcome.before), "after": source(outcome.after),
            "ledger": .string(outcome.location.description),
            "rollouts": .array(
                outcome.pairs.map { pair in
                    let contexts = (pair.before ?? pair.after).map { before in
                        (
                            WordingContext(before.checklist),
                            WordingContext((pair.after ?? before).checklist)
                        )
                    }
                    return [
                        "target": (pair.after ?? pair.before)?.target
                            .map { .string($0.text) } ?? .null,
                        "hadTarget": .boolean(pair.before != nil),
                        "hasTarget": .boolean(pair.after != nil),
                        "differences": pair.comparison.map(ComparisonJSON.value) ?? .null,
                        "record": pair.record.flatMap { record in
                            contexts.map {
                                ComparisonJSON.value(record, before: $0.0, after: $0.1)
                            }
                        } ?? .null,
                    ]
                }),
            "otherScopes": .array(
                outcome.otherScopes.map { scope in
                    [
                        "target": scope.target.map { .string($0.text) } ?? .null,
                        "parameters": .object(scope.parameters.mapValues(JSONValue.string)),
                    ]
                }),
        ]
    }

    private static func source(_ loaded: LoadedChecklist) -> JSONValue {
        [
            "source": .string(loaded.source.description), "id": .string(loaded.checklist.id),
            "digest": .string(loaded.checklist.digest.description),
        ]
    }
}
