import Fields
import LocatedYAML
import Rollout

/// The `for-each` of a step: one name with the values that it stands for.
struct ForEach {
    /// How many steps one entry may stand for.
    static let most = 1_000

    let name: String
    /// Those that can end the id of a step, each once.
    let values: [String]
    /// The same, to be looked up in.
    let all: Set<String>
    /// Whether all values could be read.
    let isComplete: Bool

    /// Nil where the name or the list could not be read; the mistake is then reported.
    init?(_ reader: MappingReader) {
        guard let loops = reader[StepFields.forEach], let node = reader.node(of: StepFields.forEach)
        else { return nil }
        guard node.entries.count == 1, let entry = node.entries.first else {
            reader.report(
                "wrong-value", "for-each takes exactly one name with a list",
                fix: "write for-each: {NAME: [VALUE, …]}", at: StepFields.forEach)
            return nil
        }
        guard let loop = loops.first else { return nil }
        let items = entry.value.items
        guard items.count <= Self.most else {
            reader.context.report(
                "wrong-value", "for-each takes at most \(Self.most) values, not \(items.count)",
                fix: "make several steps of it", at: entry.key)
            return nil
        }
        name = loop.key
        var values: [String] = []
        var isComplete = !items.isEmpty
        var seen: Set<String> = []
        for item in items {
            guard let value = Self.value(item, reader.context) else {
                isComplete = false
                continue
            }
            guard seen.insert(value).inserted else {
                reader.context.report(
                    "duplicate-id", "the value \"\(value)\" stands twice, for two steps of one id",
                    fix: "remove one of them", at: item)
                continue
            }
            values.append(value)
        }
        self.values = values
        all = Set(values)
        self.isComplete = isComplete
    }

    private static let text = ValueType<String>.text

    private static func value(_ node: YAMLNode, _ context: ReadingContext) -> String? {
        guard let text = Self.text.read(node, context) else { return nil }
        guard isIdPart(text) else {
            context.report(
                "wrong-value", "\"\(text)\" cannot end the id of a step",
                fix: "use at most 128 letters, digits and . : - _ without blanks", at: node)
            return nil
        }
        return text
    }

    /// Whether a value can stand in an id behind a slash.
    private static func isIdPart(_ value: String) -> Bool {
        (1...128).contains(value.utf8.count)
            && value.utf8.allSatisfy {
                (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
                    || ".:-_".utf8.contains($0)
            }
    }
}
