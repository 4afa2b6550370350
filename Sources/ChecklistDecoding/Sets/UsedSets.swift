import Fields
import LocatedYAML

/// The step sets that a checklist uses.
enum UsedSets {
    /// How many a checklist may use: the text of each is read.
    static let most = 32

    /// Reads them in their order; one that cannot be read is reported and left out.
    static func read(_ reader: MappingReader, _ source: SetSource) -> [StepSet] {
        guard let nodes = reader[ChecklistFields.use] else { return [] }
        guard
            mayRead(
                nodes.count, at: reader.node(of: ChecklistFields.use) ?? reader.node,
                in: reader.context)
        else { return [] }
        var prefixes: Set<String> = []
        return nodes.compactMap { node in
            guard let set = StepSet(node, source, in: reader.context) else { return nil }
            guard prefixes.insert(set.prefix).inserted else {
                reader.context.report(
                    "duplicate-id", "there is already a use with the prefix \"\(set.prefix)\"",
                    fix: "give one of them another prefix", at: node)
                return nil
            }
            return set
        }
    }

    /// Whether there are few enough of them; else it is reported, before any is read.
    static func mayRead(_ count: Int, at node: YAMLNode, in context: ReadingContext) -> Bool {
        guard count > most else { return true }
        context.report(
            "wrong-value", "a checklist uses at most \(most) step sets, not \(count)",
            fix: "put several sets into one", at: node)
        return false
    }
}
