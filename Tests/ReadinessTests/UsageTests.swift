import Testing

@Suite("The command line", .timeLimit(.minutes(10)))
struct UsageTests {
    /// A command line that is wrong, with what the message must say.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let arguments: String
        let words: [String]
        var testDescription: String { "readiness \(arguments)" }

        init(_ arguments: String, _ words: String...) {
            self.arguments = arguments
            self.words = words
        }
    }

    static let mistakes = [
        Mistake("", "lint"),
        Mistake("rum", "There is no command \"rum\"; did you mean \"run\"?"),
        Mistake("nonsense", "There is no command \"nonsense\"; `readiness --help`"),
        Mistake("run --rol admin X", "readiness run has no option --rol; did you mean \"--role\"?"),
        Mistake("--verson", "readiness has no option --verson; did you mean \"--version\"?"),
        Mistake("lint", "checklist"),
        Mistake("lint --nonsense X", "readiness lint has no option --nonsense."),
        Mistake("status --role admn X", "no role \"admn\"", "did you mean \"admin\"?"),
        Mistake(
            "status --person anne@example.com X", "no member \"anne@example.com\"",
            "did you mean \"ann@example.com\"?"),
        Mistake("status --due soon X", "--due takes a number with a unit", "soon"),
        Mistake("status --sort name X", "name", "urgency"),
        Mistake("lint --format xml X", "text, json, sarif, github", "xml"),
        Mistake("lint --format jsn X", "not \"jsn\"; did you mean \"json\"?"),
        Mistake("report --format jsn X", "not \"jsn\"; did you mean \"json\"?"),
        Mistake(
            "status --format jsn X",
            "The value 'jsn' is invalid for '--format <name>', which is one of text, json; did you mean \"json\"?"
        ),
        Mistake(
            "report --audience teem X", "one of board, team, auditor; did you mean \"team\"?"),
        Mistake("run --only lat X", "failing, stale, unknown, late; did you mean \"late\"?"),
        Mistake("decide X first nogo --reason r", "one of go, no-go; did you mean \"no-go\"?"),
        Mistake("status --sort urgncy X", "did you mean \"urgency\"?"),
        Mistake("checks tsl", "There is no kind of check \"tsl\"; did you mean \"tls\"?\n"),
        Mistake("help statsu", "There is no command \"statsu\"; did you mean \"status\"?"),
        Mistake("lint --set cloud X", "NAME=VALUE", "cloud"),
        Mistake("lint --set cloud=three X", "cloud", "one, two"),
        Mistake("lint --set clowd=one X", "did you mean \"cloud\"?"),
        Mistake("run --jobs 0 X", "1 to 1024", "not 0"),
        Mistake("run --jobs=-1 X", "1 to 1024", "not -1"),
        Mistake("run --jobs many X", "many"),
        Mistake("run --format xml X", "xml"),
        Mistake("run --role admn X", "no role \"admn\"", "did you mean \"admin\"?"),
        Mistake("run --phase frist X", "no phase \"frist\"", "did you mean \"first\"?"),
        Mistake("run --step presnt X", "no step \"presnt\"", "did you mean \"present\"?"),
        Mistake("run --as 'two words' X", "--as"),
        Mistake("status --as-of 2025-02-30 X", "2025-02-30", "a day that exists"),
        Mistake("status --as-of yesterday X", "yesterday"),
        Mistake("status --as-of 2025-10-09T25:00 X", "2025-10-09T25:00"),
        Mistake("report --as-of 2025-13-01 X", "2025-13-01"),
        Mistake("report --format pdf X", "markdown", "pdf"),
        Mistake("report --output '' X", "--output"),
        Mistake("gate X", "--phase"),
        Mistake("gate --phase first --as-of 2100-01-01 X", "has not come yet"),
        Mistake("status --ledger '' X", "--ledger takes a path"),
        Mistake("gate --phase frist X", "no phase \"frist\"", "did you mean \"first\"?"),
        Mistake("sign X", "step"),
        Mistake("sign X approved", "--note"),
        Mistake("sign X approved --note ' '", "--note must say something"),
        Mistake("sign X approved --note '\u{200B}'", "--note must say something"),
        Mistake("sign X approved --note '\u{2800}'", "--note must say something"),
        Mistake("sign X aproved --note n", "did you mean \"approved\"?"),
        Mistake("sign X approved --note n --role admn", "did you mean \"admin\"?"),
        Mistake("sign X approved --note n --revoke 1 --reject", "--revoke"),
        Mistake("sign X approved --note n --revoke 7", "Entry 7"),
        Mistake("waive X approved --reason r", "--until"),
        Mistake("waive X approved --reason r --until 2025-02-30", "a day that exists"),
        Mistake("waive X approved --reason r --until 2100-01-01 --revoke 1", "--revoke"),
        Mistake("waive X approved --reason r --role boss --revoke 1", "--revoke"),
        Mistake("waive X aproved --reason r --until 2100-01-01", "did you mean \"approved\"?"),
        Mistake("decide X first maybe --reason r", "maybe"),
        Mistake("decide X frist go --reason r", "did you mean \"first\"?"),
        Mistake("sign X --step approved --note n", "give the step without it."),
        Mistake("decide X --phase first go --reason r", "give the phase without it."),
        Mistake("trust", "--list"),
        Mistake("trust X --list", "--list"),
        Mistake("trust --list --revoke", "--list"),
        Mistake("log --step approved", "--step"),
        Mistake("log --since 2025-02-30", "a day that"),
        Mistake("log --kind chek", "chek", "did you mean \"check\"?"),
        Mistake("log --as ann@example.com --format jsonl", "whole ledgers"),
        Mistake("log X --step aproved", "did you mean \"approved\"?"),
        Mistake("log X --step approved --format jsonl", "--step"),
        Mistake("status sha256:01234567", "sha256:01234567"),
        Mistake("status --target contoso X", "contoso"),
        Mistake("status --place c.yaml X", "--place"),
        Mistake("status --entries=-1 X", "--entries"),
        Mistake("status --entries 7 X", "fewer than the 7"),
        Mistake("run --site 'two words' X", "--site"),
        Mistake("status sha256:xyz", "xyz"),
        Mistake("sign X approved --note '- no help'", "--OPTION=VALUE"),
        Mistake("status -xh X", "two dashes"),
        Mistake("observe '-http: {}'", "two dashes"),
    ]

    @Test("A mistake in it is told on stderr and exits with 64", arguments: mistakes)
    func mistake(_ mistake: Mistake) async throws {
        try await Workspace.withSample { workspace in
            let arguments = mistake.arguments.replacing("X", with: SampleChecklist.path)
            let outcome = try await workspace.shell("\"$READINESS\" \(arguments)")
            #expect(outcome.status == 64, "\(outcome)")
            #expect(outcome.stdout.isEmpty)
            #expect(!outcome.stderr.contains("Error:"), "\(outcome)")
            #expect(outcome.stderr.hasPrefix("error: ") || mistake.arguments.isEmpty, "\(outcome)")
            for words in mistake.words { #expect(outcome.stderr.contains(words), "\(outcome)") }
            #expect(!workspace.exists(".readiness"))
        }
    }

    /// The options of each command, which its help must name.
    static let options = [
        "lint": ["--set", "--values", "--format"],
        "run": [
            "--role", "--phase", "--step", "--site", "--target", "--jobs", "--allow-commands",
            "--format", "--set",
            "--values", "--as", "--ledger",
        ],
        "sign": [
            "--reject", "--note", "--evidence", "--role", "--revoke", "--as", "--set", "--values",
            "--ledger",
        ],
        "waive": [
            "--until", "--reason", "--role", "--revoke", "--as", "--set", "--values", "--ledger",
        ],
        "decide": ["--reason", "--as", "--set", "--values", "--ledger"],
        "status": [
            "--role", "--person", "--failing", "--late", "--due", "--sort", "--wide", "--as-of",
            "--entries", "--place", "--target", "--format", "--set", "--values",
            "--ledger",
        ],
        "report": [
            "--as-of", "--entries", "--place", "--target", "--format", "--output", "--set",
            "--values", "--ledger",
        ],
        "gate": [
            "--phase", "--close", "--require-decision", "--allow-past", "--allow-unverified",
            "--target", "--as-of", "--format", "--set",
            "--values",
            "--ledger",
        ],
        "correct": ["--time", "--reason", "--as", "--set", "--values", "--ledger"],
        "audit": ["--format", "--ledger"],
        "checkpoint": [
            "--start", "--since", "--cosignature", "--witness", "--log-key", "--ledger",
        ],
        "receipt": ["--output", "--log-key", "--ledger"],
        "witness": ["--log", "--key", "--state", "--proof", "--tiles", "--copy", "--start"],
        "export": ["--tiles", "--log-key", "--ledger"],
        "log": ["--step", "--format", "--set", "--values", "--ledger"],
        "trust": ["--revoke", "--list", "--set", "--values", "--ledger"],
        "schema": [],
    ]

    @Test("The help of a command says what it is for and names its options", arguments: options)
    func help(_ command: String, _ options: [String]) async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.readiness(command, "--help")
            #expect(outcome.status == 0)
            #expect(outcome.stderr.isEmpty)
            #expect(outcome.stdout.contains("OVERVIEW: "))
            for option in options {
                #expect(
                    outcome.stdout.contains("  \(option) ")
                        || outcome.stdout.contains("  \(option), "), "\(option): \(outcome)")
            }
        }
    }

    @Test("The help of the program names every command and exit status")
    func overview() async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.readiness("--help")
            #expect(outcome.status == 0)
            for command in Self.options.keys {
                #expect(outcome.stdout.contains("\n  \(command) "), "\(command)")
            }
            for status in ["0", "1", "2", "64", "65", "69", "70", "74", "130", "141"] {
                #expect(outcome.stdout.contains("\n  \(status) "), "\(status)")
            }
            let version = try await workspace.readiness("--version")
            #expect(version.status == 0)
            #expect(version.stdout == "0.1.0\n")
        }
    }

    @Test("Control characters in an argument do not reach the terminal")
    func controlCharacters() async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.readiness("status", "no\u{1B}[31mred.yaml")
            #expect(outcome.status == 74)
            #expect(!outcome.stderr.contains("\u{1B}"))
        }
    }
}
