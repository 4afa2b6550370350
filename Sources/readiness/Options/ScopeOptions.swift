import ArgumentParser
import ChecklistDecoding
import Operations
import Rollout

/// Which rollout of a checklist is meant: its target and the values of its parameters.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The target, where the checklist has targets. Without it commands that record \
            something about one rollout are refused, as is export; the others take each.
            """, valueName: "target"), completion: ChecklistCompletion.targets)
    var target: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Give a parameter a value, for this command.", valueName: "name=value"),
        completion: ChecklistCompletion.parameters)
    var assignments: [String] = []

    @Option(
        name: .customLong("values"),
        help: ArgumentHelp(
            "Read values of parameters from a YAML file of names and values; --set wins.",
            valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "For a recorded text: the place of its checklist, where the ledger knows several.",
            valueName: "path"))
    var place: String?

    /// A target or values are named.
    var isNamed: Bool { target != nil || !assignments.isEmpty || !files.isEmpty }

    func validate() throws {
        for assignment in assignments where Self.split(assignment) == nil {
            throw ValidationError("--set takes NAME=VALUE, not \"\(assignment)\".")
        }
    }

    /// What reads the checklists that the command line names.
    func loader(_ context: OperationContext) throws -> ChecklistLoader {
        ChecklistLoader(
            context, target: target.map { TargetID($0) }, chosen: try chosen(), place: place)
    }

    /// The values by name; --set wins over --values, a later one over an earlier one.
    func chosen() throws -> [String: String] {
        var values: [String: String] = [:]
        for file in files { values.merge(try ValuesFile.read(file)) { _, new in new } }
        for (name, value) in assignments.compactMap(Self.split) { values[name] = value }
        return values
    }

    private static func split(_ text: String) -> (name: String, value: String)? {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
}
