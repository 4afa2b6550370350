import Fields
import LocatedYAML
import Rollout

/// The targets that a checklist declares.
struct TargetDeclarations: Sendable {
    /// Those that could be read, in the order of the text.
    let targets: [Target]
    /// The names of all of them; nil where they could not be read.
    let names: [TargetID]?

    /// How many targets a checklist may have: it is read once for each.
    static let most = 200

    /// Reads the targets; values that do not fit their parameters are reported.
    init(_ reader: MappingReader, _ table: ParameterTable) {
        guard let node = reader.node(of: ChecklistFields.targets) else {
            targets = []
            names = []
            return
        }
        guard let entries = reader[ChecklistFields.targets],
            (1...Self.most).contains(node.entries.count)
        else {
            if node.kind == .mapping {
                reader.report(
                    "wrong-value",
                    node.entries.isEmpty
                        ? "the mapping needs at least 1 target"
                        : "there are at most \(Self.most) targets, not \(node.entries.count)",
                    fix: node.entries.isEmpty
                        ? "remove \"targets:\"" : "make several checklists of it",
                    at: ChecklistFields.targets)
            }
            targets = []
            names = nil
            return
        }
        names = node.entries.map { TargetID($0.key.text) }
        let inner = reader.context.refusingParameters("a target cannot name a parameter")
        targets = entries.compactMap { entry in
            MappingReader(entry.value, as: TargetFields.shape, in: inner).flatMap {
                TargetFields.make(TargetID(entry.key), $0, table)
            }
        }
    }
}
