package import CanonicalJSON

/// Everything that a check would execute, so that trust can cover all of it.
package struct Execution: Hashable, Sendable {
    /// The program as the checklist names it: a path, or a name for the folders of `PATH`.
    package let program: String
    /// The words that the system is given, the program first.
    package let argv: [String]
    /// What a shell reads; nil where there is no shell.
    package let script: String?
    /// The variables that the checklist sets.
    package let environment: [String: String]
    /// The names of the variables whose values are kept elsewhere.
    package let secretVariables: Set<String>
    /// Where it runs; relative to the checklist's folder.
    package let directory: String

    package init(
        argv: [String], script: String?, environment: [String: String],
        secretVariables: Set<String> = [], directory: String
    ) {
        program = argv.first ?? ""
        self.argv = argv
        self.script = script
        self.environment = environment
        self.secretVariables = secretVariables
        self.directory = directory
    }

    /// All of it, for the digest that is trusted.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "program": .string(program), "argv": .array(argv.map { .string($0) }),
            "environment": .object(environment.mapValues { .string($0) }),
            "directory": .string(directory),
        ]
        if let script { members["script"] = .string(script) }
        return .object(members)
    }
}
