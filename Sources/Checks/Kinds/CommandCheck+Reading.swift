import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let command = CheckKind(
        "command", "Runs a program and looks at its exit status and at what it writes.",
        needsTrust: true,
        sharing: KindFacts.machinePath,
        facts: [
            "argv": "The words that were handed to the system.", "exit": "The exit status.",
            "signal": "The signal that ended it.", "duration-ms": "How long it ran.",
            "stdout": "The first 64 KiB of its standard output.",
            "stderr": "The first 64 KiB of its error output.",
            "stdout-bytes": "How much it wrote to its standard output.",
            "stderr-bytes": "How much it wrote to its error output.",
            "stdout-cut": "Not all of the output was kept, or more could follow.",
            "stderr-cut": "Not all of the error output was kept, or more could follow.",
        ],
        example: """
            - command: {run: [systemctl, is-active, gateway], stdout: {equals: active}}
            - command: {run: [./check-replication, --max-lag, 10s], exit: [0, 3], timeout: 1m}
            - command: {run: [./login], environment: {PASSWORD: {file: /run/secrets/gateway}}}
            - command:
                shell: true
                run: ["df --output=pcent /var | tail -1"]
                stdout: {matches: '^\\s*[0-8]?\\d%$'}
            """
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
        let variables = options.variables()
        let count = run?.count ?? 0
        options.refuse(
            where: shell && count > 1,
            "with shell: true, run has exactly one entry, but this has \(count)",
            fix: "write the whole script as one text, or remove shell: true", at: "run")
        let words = (run ?? []) + [directory] + variables.texts.values
        options.refuse(
            where: run?.first?.isEmpty ?? false || words.contains { $0.utf8.contains(0) },
            "a command needs the name of a program, and no NUL characters", at: "run")
        let read = expected
        return options.make(run) {
            CommandCheck(
                $0, shell: shell, directory: directory, environment: variables.texts,
                secretEnvironment: variables.secrets, expected: read)
        }
    }
}
