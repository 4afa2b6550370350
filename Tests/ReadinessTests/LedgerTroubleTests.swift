import Foundation
import Testing

@Suite("Trouble with the ledger", .timeLimit(.minutes(10)))
struct LedgerTroubleTests {
    static let commands = [
        "run X", "status X", "report X", "gate X --phase first", "log", "log --format jsonl",
        "sign X reviewed --as bob@example.com --note n",
        "waive X reviewed --as bea@example.com --until \(SampleChecklist.day(in: 5)) --reason r",
        "decide X first go --as bea@example.com --reason r",
    ]

    /// A way to spoil a ledger, as a script of the shell, with the words for it.
    struct Trouble: Sendable, CustomTestStringConvertible {
        let script: String
        let words: String
        var testDescription: String { words }
    }

    static let troubles = [
        Trouble(script: "rm $L; mkdir $L", words: "it is a folder"),
        Trouble(
            script: "echo 'not a database, but longer than its head' > $L", words: "is not a ledger"
        ),
        Trouble(script: "rm $L; mkfifo $L", words: "not a regular file"),
        Trouble(script: "truncate -s 6000 $L", words: "ledger.sqlite"),
        Trouble(
            script: "rm -r .readiness; echo x > .readiness",
            words: "a part of its path is a file"),
    ]

    @Test("Every command tells of it and exits with 74", arguments: troubles)
    func trouble(_ trouble: Trouble) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let spoilt = try await workspace.shell("L=.readiness/ledger.sqlite; " + trouble.script)
            try #require(spoilt.status == 0, "\(spoilt)")
            for command in Self.commands {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" " + command.replacing("X", with: SampleChecklist.path))
                #expect(outcome.status == 74, "\(command): \(outcome)")
                #expect(outcome.stdout.isEmpty, "\(command): \(outcome)")
                #expect(outcome.stderr.contains(trouble.words), "\(command): \(outcome)")
            }
        }
    }

    @Test("A record that was changed behind its back is noticed by all that judge")
    func tampering() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let export = try await workspace.readiness("log", "--format", "jsonl")
            try workspace.write(
                "l.jsonl",
                export.stdout.replacing("\"choice\":\"approve\"", with: "\"choice\":\"approv\"")
            )
            for command in [
                "status X", "report X", "gate X --phase first --allow-unverified", "log",
            ] {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" " + command.replacing("X", with: SampleChecklist.path)
                        + " --ledger l.jsonl")
                #expect(outcome.status == 74, "\(command): \(outcome)")
                #expect(outcome.stderr.contains("entry 3"), "\(command): \(outcome)")
            }
        }
    }

    @Test("A ledger of another version is refused with what to do, and stays as it is")
    func otherVersions() async throws {
        try await Workspace.withSample { workspace in
            for (version, words) in [
                (1, "an unreleased version of readiness wrote"),
                (7, "Install the newest readiness"),
            ] {
                // The last byte of SQLite's user version stands at byte 63 of the file.
                let made = try await workspace.shell(
                    """
                    rm -rf .readiness; "$READINESS" run \(SampleChecklist.path) || exit 1
                    printf '\\00\(version)' |
                        dd of=.readiness/ledger.sqlite bs=1 seek=63 conv=notrunc
                    cp .readiness/ledger.sqlite before
                    """)
                try #require(made.status == 0, "\(made)")
                for command in Self.commands {
                    let outcome = try await workspace.shell(
                        "\"$READINESS\" " + command.replacing("X", with: SampleChecklist.path))
                    #expect(outcome.status == 74, "\(command): \(outcome)")
                    #expect(outcome.stdout.isEmpty)
                    #expect(outcome.stderr.contains("has version \(version) of its form"))
                    #expect(outcome.stderr.contains(words), "\(command): \(outcome)")
                }
                let same = try await workspace.shell("cmp before .readiness/ledger.sqlite")
                #expect(same.status == 0, "\(same)")
            }
        }
    }

    @Test("Nothing is recorded in a text file, and no check is carried out")
    func textLedger() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let export = try await workspace.readiness("log", "--format", "jsonl")
            try workspace.write("l.jsonl", export.stdout)
            let run = try await workspace.readiness(
                "run", SampleChecklist.path, "--ledger", "l.jsonl")
            #expect(run.status == 74)
            #expect(run.stderr.contains("only read"))
            #expect(!run.stderr.contains("[1/1]"))
            let sign = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--note", "n",
                "--ledger", "l.jsonl")
            #expect(sign.status == 74)
            #expect(sign.stdout.isEmpty)
            #expect(try workspace.read("l.jsonl") == export.stdout)
        }
    }

    @Test(
        "A folder that may not be written to is told",
        .disabled(if: getuid() == 0, "root may write everywhere"))
    func readOnlyFolder() async throws {
        try await Workspace.withSample { workspace in
            try workspace.makeFolder(".readiness")
            _ = try await workspace.shell("chmod a-w .readiness")
            let outcome = try await workspace.readiness("run", SampleChecklist.path)
            #expect(outcome.status == 74)
            #expect(outcome.stderr.contains("permission denied"))
        }
    }

    @Test("A place that the system keeps for itself is told, also to root")
    func unusableFolder() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness(
                "run", SampleChecklist.path, "--ledger", "/proc/none/l.sqlite", "--create")
            #expect(outcome.status == 74, "\(outcome)")
            #expect(outcome.stderr.contains("/proc/none"))
            #expect(outcome.stdout.isEmpty)
        }
    }

    @Test("A ledger that goes away in the middle ends the run, and no result pretends otherwise")
    func goneMeanwhile() async throws {
        try await Workspace.with { workspace in
            try workspace.write(
                "gone.yaml",
                """
                readiness: 1
                id: gone
                title: Gone
                owner: boss
                timeline: [{id: first, title: First, starts: 2100-01-10}]
                roles: {boss: {title: Bosses, members: [bea@example.com]}}
                steps:
                  - {id: before, title: T, role: boss, due: first, check: [{file: {path: gone.yaml}}]}
                  - id: rm
                    title: T
                    role: boss
                    due: first
                    check: [{command: {run: [rm, -r, .readiness]}}]
                  - {id: after, title: T, role: boss, due: first, check: [{file: {path: gone.yaml}}]}

                """)
            let outcome = try await workspace.readiness(
                "run", "gone.yaml", "--jobs", "1", "--allow-commands")
            #expect(outcome.status == 74, "\(outcome)")
            #expect(outcome.stdout.isEmpty)
            #expect(outcome.stderr.contains("1 of 3 checks were recorded"), "\(outcome)")
        }
    }

    @Test(
        "A yes that is dated later than this machine's clock is no yes yet")
    func laterEntries() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let export = try await workspace.readiness("log", "--format", "jsonl")
            let year = try #require(export.stdout.firstMatch(of: /"recordedAt":"(\d{4})-/)?.1)
            // Each entry holds the digests of those before it, so that of the last one alone the
            // time can be moved.
            let lines = export.stdout.split(separator: "\n").map(String.init)
            let last = try #require(lines.last)
            let moved = last.replacing("\"recordedAt\":\"\(year)-", with: "\"recordedAt\":\"2150-")
            try workspace.write(
                "later.jsonl", (lines.dropLast() + [moved]).joined(separator: "\n") + "\n")
            for (command, status, head) in [
                ("gate X --phase first --allow-unverified", 74, ""),
                ("status X --as-of 2099-01-01", 1, "FORECAST NO-GO  "),
            ] {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" \(command.replacing("X", with: SampleChecklist.path)) "
                        + "--ledger later.jsonl")
                #expect(outcome.status == status, "\(outcome)")
                #expect(outcome.stdout.hasPrefix(head) && outcome.stdout.isEmpty == head.isEmpty)
            }
        }
    }
}
