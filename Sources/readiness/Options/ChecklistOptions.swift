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
            "Read values of parameters from a YAML file of names and values.", valueName: "file"))
    var files: [String] = []

    func validate() throws {
        for assignment in assignments where Self.split(assignment) == nil {
            throw ValidationError("--set takes NAME=VALUE, not \"\(assignment)\".")
        }
    }

    /// The values by name; --set wins over --values, a later file over an earlier one.
    func chosen() throws -> [String: String] {
        var values: [String: String] = [:]
        for file in files { values.merge(try ValuesFile.read(file)) { _, new in new } }
        for assignment in assignments {
            if let (name, value) = Self.split(assignment) { values[name] = value }
        }
        return values
    }

    private static func split(_ text: String) -> (name: String, value: String)? {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
}

/// Where the records are kept.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("ledger"),
        help: ArgumentHelp(
            "The ledger. Default: $READINESS_LEDGER, else .readiness/ledger.sqlite beside the nearest checklists folder. A .jsonl file is only read.",
            valueName: "path"))
    var path: String?
}

/// Who acts.
struct PrincipalOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who acts, as the roles of the checklist name people. It is recorded as given and not authenticated. Default: user@host.",
            valueName: "principal"))
    var given: String?

    func validate() throws {
        if let given, given.isEmpty || given.contains(where: \.isWhitespace) {
            throw ValidationError("--as takes a name without blanks, such as nora@example.com.")
        }
    }

    /// The principal to record.
    var principal: String { given ?? Machine.account }
}
