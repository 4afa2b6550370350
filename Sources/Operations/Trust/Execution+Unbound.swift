import Checks

extension Execution {
    /// What it runs that no trust can be tied to, as the checklist names it.
    ///
    /// Where not all of it is known for sure, that is all of it, behind the programs that the text itself
    /// leaves open.
    var unbound: [String] {
        let named =
            script.map { CommandWords(script: $0) } ?? CommandWords(arguments: argv)
        let isWhole = script.map { PlainCommand.isWhole(script: $0) } ?? PlainCommand(argv).isWhole
        let rest = isWhole ? [] : [Self.short(script ?? argv.joined(separator: " "))]
        let variables = environment.sorted { $0.key < $1.key }
            .filter { RunningVariables.changes(name: $0.key, value: $0.value) }
            .map { Self.short("\($0.key)=\($0.value)") }
        // What is not known is no path from the root.
        let secrets = secretVariables.sorted()
            .filter { RunningVariables.changes(name: $0, value: "") }.map { "\($0)=…" }
        return named.unbound + rest + variables + secrets
    }

    private static func short(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > 100 else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(99))) + "…"
    }
}
