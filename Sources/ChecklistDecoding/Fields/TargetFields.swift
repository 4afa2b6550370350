import Fields
import LocatedYAML
import Rollout

/// The keys of a target.
enum TargetFields {
    static let title = Field<String>("title", .text, .required, "The target for readers.")
    static let set = Field<[(key: String, node: YAMLNode, value: Located<String>)]>(
        "set",
        .entries(
            "a mapping of parameters to their values", key: .text,
            value: ValueType<String>.literal.composed.located),
        "The values that the target gives to parameters; they name no others.")

    static let shape = Shape("a target", [title.description, set.description])

    static func make(_ id: TargetID, _ reader: MappingReader, _ table: ParameterTable) -> Target? {
        let title = reader[Self.title]
        var settings: [String: String] = [:]
        for entry in reader[set] ?? [] {
            if let mistake = table.mistake(entry.key, entry.value.value) {
                let (code, message, fix) = mistake.located
                // A value is wrong at the value, and a name at the name.
                let node = if case .notAllowed = mistake { entry.value.node } else { entry.node }
                reader.context.report(code, message, fix: fix, at: node)
            } else {
                settings[entry.key] = entry.value.value
            }
        }
        return title.map { Target(id: id, title: $0, settings: settings) }
    }
}
