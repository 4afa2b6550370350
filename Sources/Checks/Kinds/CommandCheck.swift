import Rollout

/// Runs a program and looks at what it says.
package struct CommandCheck: Check {
    /// What the command is held against.
    package struct Expected: Hashable, Sendable {
        /// The exit statuses that are well.
        package var exit = [0]
        package var stdout: ValueExpectation?
        package var stderr: ValueExpectation?
        /// How long it may run.
        package var duration: ValueExpectation?

        package init() {}
    }

    /// The program and its arguments, or the one text for the shell.
    package let run: [String]
    package let shell: Bool
    /// Where it runs; relative to the checklist's folder.
    package let directory: String
    /// Variables of its environment beside the few that every command has.
    package let environment: [String: String]
    /// Variables whose values are kept elsewhere.
    package let secretEnvironment: [String: Secret]
    package let expected: Expected

    /// The variables that a command is given of those that there are.
    private static let passedOn = ["HOME", "LANG", "PATH"]

    package init(
        _ run: [String], shell: Bool = false, directory: String = ".",
        environment: [String: String] = [:], secretEnvironment: [String: Secret] = [:],
        expected: Expected = Expected()
    ) {
        self.run = run
        self.shell = shell
        self.directory = directory
        self.environment = environment
        self.secretEnvironment = secretEnvironment
        self.expected = expected
    }

    /// The words that are handed to the system.
    package var argv: [String] { shell ? ["/bin/sh", "-c"] + run : run }

    package var execution: Execution? {
        Execution(
            argv: argv, script: shell ? run.first : nil, environment: environment,
            secretVariables: Set(secretEnvironment.keys), directory: directory)
    }

    package var secrets: [Secret] { Array(secretEnvironment.values) }

    package var subject: String {
        let text = run.joined(separator: " ")
        let short = text.unicodeScalars.count > 100
        return short ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(99))) + "…" : text
    }

    package func observe(_ context: CheckEnvironment) async -> CommandObservation {
        guard let name = argv.first, !(argv + [directory]).contains(where: { $0.utf8.contains(0) })
        else { return CommandObservation(.notStarted(Obstacle(.commandUnusable))) }
        var variables = context.variables.filter { Self.passedOn.contains($0.key) }
        variables["PATH"] = variables["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        variables.merge(environment) { _, own in own }
        variables.merge(secretEnvironment.compactMapValues { context.secrets[$0] }) { $1 }
        let place = context.path(directory)
        let search = CommandSearch(directory: place, searchPath: variables["PATH"] ?? "")
        do throws(CommandSearch.Failure) {
            try search.confirmDirectory()
            let command = CommandRun(
                program: try search.program(name), arguments: Array(argv.dropFirst()),
                directory: place, variables: variables)
            return await command.run(timeout: context.timeout)
        } catch {
            return CommandObservation(.notStarted(error.obstacle))
        }
    }
}
