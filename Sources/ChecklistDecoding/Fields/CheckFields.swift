import Checks
import LocatedYAML
import Rollout

extension ValueType where Value == any Check {
    /// A check: a mapping of exactly one kind to its options.
    static var check: ValueType {
        let names = CheckKinds.all.map { $0.kind.name }
        let words =
            "a check: a mapping of one kind (\(names.joined(separator: ", "))) to its options"
        return ValueType(words: words, schema: ["$ref": "#/$defs/check"]) { node, context in
            guard node.kind == .mapping, node.entries.count == 1, let entry = node.entries.first
            else {
                context.report(
                    "wrong-type", "a check has exactly one kind",
                    fix: "write \"- KIND: {…}\", one for each check",
                    at: node)
                return nil
            }
            guard let type = CheckKinds.all.first(where: { $0.kind.name == entry.key.text }) else {
                context.report(
                    "unknown-check", "there is no kind of check \"\(entry.key.text)\"",
                    fix: NearestName.suggestion(for: entry.key.text, among: names) ?? "",
                    at: entry.key)
                return nil
            }
            return MappingReader(entry.value, as: type.kind.shape, in: context).flatMap {
                type.init($0)
            }
        }
    }
}
