import CanonicalJSON
import Checks
import Fields
import LocatedYAML
import Rollout

extension ValueType where Value == ConfiguredCheck {
    /// A check: a mapping of exactly one kind to its options.
    static var check: ValueType {
        let names = CheckKinds.all.map(\.name)
        let words =
            "a check: a mapping of one kind (\(names.joined(separator: ", "))) to its options"
        return ValueType(words: words, schema: ["$ref": "#/$defs/check"]) { node, context in
            let entries = node.entries
            guard node.kind == .mapping, entries.count == 1, let entry = entries.first
            else {
                context.report(
                    "wrong-type", "a check has exactly one kind",
                    fix: emptyKind(node, names).map {
                        "indent the options of \"\($0)\" by two more blanks"
                    } ?? "write \"- KIND: {…}\", one for each check",
                    at: node)
                return nil
            }
            guard let kind = CheckKinds.all.first(where: { entry.key.hasText($0.name) }) else {
                if entry.value.entries.contains(where: { mayHoldSecret($0.key.text) }) {
                    context.hideLines(of: entry.value)
                }
                context.report(
                    "unknown-check", "there is no kind of check \"\(entry.key.text)\"",
                    fix: NearestName.suggestion(for: entry.key.text, among: names) ?? "",
                    at: entry.key)
                return nil
            }
            return MappingReader(entry.value, as: kind.shape, in: context).flatMap(kind.read)
        }
    }

    /// Some kind of check has a secret under the key, or under one that is nearly the same.
    private static func mayHoldSecret(_ key: String) -> Bool {
        CheckKinds.all.contains { $0.shape.mayHoldSecret(key) }
    }

    /// The kind that stands there without options, because they stand beside it and not below.
    private static func emptyKind(_ node: YAMLNode, _ names: [String]) -> String? {
        guard let first = node.entries.first, first.value.isNothing else { return nil }
        return names.first { first.key.hasText($0) }
    }
}
