import ArgumentParser

/// The values for the parameters of checklists.
struct ParameterOptions: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Give a parameter a value, for this command.", valueName: "name=value"))
    var assignments: [String] = []

    @Option(
        name: .customLong("values"),
        help: ArgumentHelp(
            "Read values of parameters from a YAML file of names and values; --set wins.",
            valueName: "file"))
    var files: [String] = []

    func validate() throws {
        for assignment in assignments where Self.split(assignment) == nil {
            throw ValidationError("--set takes NAME=VALUE, not \"\(assignment)\".")
        }
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
