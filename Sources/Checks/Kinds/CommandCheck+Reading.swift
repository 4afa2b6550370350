import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let command = CheckKind(
        "command", "Runs a program and looks at its exit status and at what it writes.",
        needsTrust: true
    ) { options in
        let run = options.required(
            "run", .list(of: .anyText, atLeast: 1),
            "The program and its arguments, one entry each; with shell: true one script.")
        let shell = options.optional(
            "shell", .boolean, default: false, "false",
            "Whether the one entry of run is handed to /bin/sh as a script.")
        var expected = CommandCheck.Expected()
        expected.exit = options.optional(
            "exit", .oneOrMany(.integer(0...255)), default: [0], "0",
            "The exit statuses that are well.")
        expected.stdout = options.optional(
            "stdout", .expectation(of: .content),
            "A text that the standard output must contain, or more about it.")
        expected.stderr = options.optional(
            "stderr", .expectation(of: .content),
            "A text that the error output must contain, or more about it.")
        expected.duration = options.optional(
            "duration", .expectation(of: .duration),
            "How long it may run: at most this, or between minimum and maximum.")
        let directory = options.optional(
            "directory", .text, default: ".", "the checklist's folder", "The folder to run in.")
        let variables =
            options.optional(
                "environment",
                .entries("a mapping of variables to their values", key: .variable, value: .anyText),
                "Variables beside PATH, HOME and LANG, which every command has.") ?? []
        let count = run?.count ?? 0
        options.refuse(
            where: shell && count > 1,
            "with shell: true, run has exactly one entry, but this has \(count)",
            fix: "write the whole script as one text, or remove shell: true", at: "run")
        let words = (run ?? []) + [directory] + variables.map(\.value)
        options.refuse(
            where: run?.first?.isEmpty ?? false || words.contains { $0.utf8.contains(0) },
            "a command needs the name of a program, and no NUL characters", at: "run")
        let read = expected
        let environment = Dictionary(variables.map { ($0.key, $0.value) }) { _, last in last }
        return options.make(run) {
            CommandCheck(
                $0, shell: shell, directory: directory, environment: environment, expected: read)
        }
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
