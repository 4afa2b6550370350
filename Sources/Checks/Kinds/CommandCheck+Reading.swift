import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

extension CommandCheck {
    package static let kind = CheckKind(
        "command", "Runs a program and looks at its exit status and at what it writes.",
        [
            Keys.run.description, Keys.shell.description, Keys.exit.description,
            Keys.stdout.description, Keys.stderr.description, Keys.directory.description,
            Keys.environment.description, Keys.timeout.description,
        ], needsTrust: true)

    private enum Keys {
        static let run = Field(
            "run", .list(of: .anyText, atLeast: 1), .required,
            "The program and its arguments, one entry each; with shell: true one script."
        )
        static let shell = Field(
            "shell", .boolean, .defaults("false"),
            "Whether the one entry of run is handed to /bin/sh as a script.")
        static let exit = Field(
            "exit", .oneOrMany(.integer(0...255)), .defaults("0"),
            "The exit statuses that are well."
        )
        static let stdout = Field(
            "stdout", TextExpectation.type, .optional,
            "A text that the standard output must contain, or more about it.")
        static let stderr = Field(
            "stderr", TextExpectation.type, .optional,
            "A text that the error output must contain, or more about it.")
        static let directory = Field(
            "directory", .text, .defaults("the checklist's folder"), "The folder to run in.")
        static let environment = Field(
            "environment",
            .entries("a mapping of variables to their values", key: .variable, value: .anyText),
            .optional, "Variables beside PATH, HOME and LANG, which every command has.")
        static let timeout = Field(
            "timeout", .positiveDuration, .defaults("that of the checklist"),
            "How long the command may run before it is ended with all that it started.")
    }

    package init?(_ options: MappingReader) {
        let shell = options[Keys.shell] ?? false
        var expected = Expected()
        if options.has(Keys.exit) {
            guard let exit = options[Keys.exit], !exit.isEmpty else { return nil }
            expected.exit = exit
        }
        expected.stdout = options[Keys.stdout]
        expected.stderr = options[Keys.stderr]
        let environment = options[Keys.environment] ?? []
        let directory = options[Keys.directory] ?? "."
        let timeout = options[Keys.timeout]
        guard let run = options[Keys.run], let first = run.first else { return nil }
        guard !shell || run.count == 1 else {
            options.report(
                "wrong-value",
                "with shell: true, run has exactly one entry, but this has \(run.count)",
                fix: "write the whole script as one text, or remove shell: true", at: Keys.run)
            return nil
        }
        guard !first.isEmpty, !(run + [directory]).contains(where: { $0.utf8.contains(0) }) else {
            options.report(
                "wrong-value", "a command needs the name of a program, and no NUL characters",
                at: Keys.run)
            return nil
        }
        self.init(
            run, shell: shell, directory: directory,
            environment: Dictionary(environment.map { ($0.key, $0.value) }) { _, last in last },
            expected: expected, timeout: timeout)
    }
}

extension ValueType where Value == String {
    /// The name of an environment variable.
    fileprivate static var variable: ValueType {
        scalar("the name of a variable (A-Z, a-z, 0-9 and _)", schema: ["type": "string"]) { text in
            let isName = text.utf8.allSatisfy {
                (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0)
                    || $0 == UInt8(ascii: "_")
            }
            return isName && !(48...57).contains(text.utf8.first ?? 48) ? text : nil
        }
    }
}
