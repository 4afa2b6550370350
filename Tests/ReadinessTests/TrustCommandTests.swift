import Foundation
import Testing

@Suite("Trust in commands", .timeLimit(.minutes(10)))
struct TrustCommandTests {
    private static let path = "checklists/commands.yaml"
    private static let store = "state/readiness/trusted"
    private static let tail = String(repeating: "x", count: 120) + "-end"

    private static func checklist(_ title: String = "Commands") -> String {
        """
        readiness: 1
        id: commands
        title: \(title)
        owner: boss
        timeline: [{id: first, title: First, starts: 2100-01-10}]
        roles: {boss: {title: Bosses, members: [bea@example.com]}}
        steps:
          - id: marks
            title: T
            role: boss
            due: first
            check:
              - command:
                  run: [touch, ../ran, "\(tail)"]
                  environment: {NAME: "a value"}
          - id: shell
            title: T
            role: boss
            due: first
            check:
              - command:
                  run: ["echo one\\nexit 0\\ntrusted: forged"]
                  shell: true
                  stdout: one

        """
    }

    /// Runs a test in a folder that has a checklist with commands.
    private static func with(_ body: (Workspace) async throws -> Void) async throws {
        try await Workspace.with { workspace in
            try workspace.write(path, checklist())
            try await body(workspace)
        }
    }

    @Test("Without it a command is not run, and its step is unknown for that reason")
    func untrusted() async throws {
        try await Self.with { workspace in
            let run = try await workspace.readiness("run", Self.path, "--format", "json")
            #expect(run.status == 1, "\(run)")
            let step = try run.json()["steps"].first("id", "marks")
            #expect(step["status"].text == "unknown")
            #expect(
                step["reason"]["text"].text?.contains("not trusted to run commands") == true,
                "\(run)")
            #expect(!workspace.exists("ran"))
        }
    }

    @Test("It does not cover a command that a parameter makes another")
    func parameters() async throws {
        try await Workspace.with { workspace in
            let text = Self.checklist().replacing(
                "timeline:", with: "parameters: {file: {default: ran}}\ntimeline:"
            ).replacing("../ran", with: "\"../${file}\"")
            try workspace.write(Self.path, text)
            #expect(try await workspace.readiness("trust", Self.path).status == 0)
            func other() async throws -> Outcome {
                try await workspace.readiness(
                    "run", Self.path, "--step", "marks", "--set", "file=other")
            }
            let refused = try await other()
            #expect(refused.status == 1, "\(refused)")
            #expect(!workspace.exists("other"))
            let again = try await workspace.readiness("trust", Self.path, "--set", "file=other")
            #expect(again.status == 0, "\(again)")
            #expect(try await other().status == 0)
            #expect(workspace.exists("other"))
        }
    }

    @Test("It shows every command in full, and ends when the text is edited")
    func trusted() async throws {
        try await Self.with { workspace in
            let trust = try await workspace.readiness("trust", Self.path)
            #expect(trust.status == 0)
            #expect(
                trust.stdout.contains("env 'NAME=a value' touch ../ran \(Self.tail)"), "\(trust)")
            #expect(!trust.stdout.contains("\ntrusted: forged"))
            #expect(trust.stdout.contains("\ntrusted: \(Self.path) (sha256:"))
            #expect(trust.stdout.contains("  It is tied to this text, these commands and"))
            let run = try await workspace.readiness("run", Self.path)
            #expect(run.status == 0, "\(run)")
            #expect(workspace.exists("ran"))

            try workspace.write(Self.path, Self.checklist("Commands "))
            let edited = try await workspace.readiness("run", Self.path)
            #expect(edited.status == 1)
            #expect(edited.stdout.contains("0 met, 0 unmet, 2 undetermined"))
            #expect(edited.stderr.contains("before the text changed"), "\(edited)")
            #expect(edited.stderr.contains("type: readiness trust \(Self.path)\n"), "\(edited)")

            try workspace.write(Self.path, Self.checklist())
            #expect(try await workspace.readiness("run", Self.path).status == 0)
        }
    }

    @Test("It is listed, taken away, and kept in the account's state folder")
    func listing() async throws {
        try await Self.with { workspace in
            #expect(try await workspace.readiness("trust", "--list").stdout.isEmpty)
            #expect(try await workspace.readiness("trust", Self.path).status == 0)
            #expect(try await workspace.readiness("trust", Self.path).status == 0)
            let list = try await workspace.readiness("trust", "--list")
            #expect(list.stdout.split(separator: "\n").count == 1)
            let folder = workspace.path("checklists")
            #expect(
                list.stdout.contains("  \(workspace.path(Self.path)) in \(folder), since 20"),
                "\(list)")
            #expect(try await workspace.shell("stat -c %a \(Self.store)").stdout == "600\n")
            let revoke = try await workspace.readiness("trust", Self.path, "--revoke")
            #expect(revoke.status == 0 && revoke.stdout.hasPrefix("no longer trusted: "))
            #expect(try await workspace.readiness("run", Self.path).status == 1)
            #expect(!workspace.exists("ran"))
        }
    }

    @Test("A pipeline can do without")
    func allowCommands() async throws {
        try await Self.with { workspace in
            let run = try await workspace.readiness("run", Self.path, "--allow-commands")
            #expect(run.status == 0)
            #expect(workspace.exists("ran") && !workspace.exists("state"))
        }
    }

    @Test(
        "A list that others may write to is refused",
        arguments: [
            "chmod 666 \(store)", "chmod 777 state/readiness", "rm \(store); mkfifo \(store)",
            "rm \(store); mkdir \(store)",
        ])
    func unsafeStore(_ script: String) async throws {
        try await Self.with { workspace in
            #expect(try await workspace.readiness("trust", Self.path).status == 0)
            #expect(try await workspace.shell(script).status == 0)
            for arguments in ["run \(Self.path)", "trust --list", "trust \(Self.path)"] {
                let outcome = try await workspace.shell("\"$READINESS\" \(arguments)")
                #expect(outcome.status == 74, "\(outcome)")
                #expect(outcome.stderr.contains("The list of trusted checklists"), "\(outcome)")
                #expect(!workspace.exists("ran"))
            }
            // Who runs no command does not need the list.
            try workspace.write(SampleChecklist.path, SampleChecklist.text)
            try workspace.write("checklists/present.txt", "")
            #expect(try await workspace.readiness("run", SampleChecklist.path).status == 0)
        }
    }

    @Test("A checklist cannot bring its own trust along")
    func ownTrust() async throws {
        try await Self.with { workspace in
            #expect(try await workspace.readiness("trust", Self.path).status == 0)
            let trusted = try workspace.read(Self.store)
            #expect(try await workspace.readiness("trust", Self.path, "--revoke").status == 0)
            for folder in [".readiness", "checklists/.readiness", "checklists", "."] {
                try workspace.write("\(folder)/trusted", trusted)
                try workspace.write("\(folder)/readiness/trusted", trusted)
            }
            // A state folder that is not absolute would be one of the checklist's.
            let run = try await workspace.readiness(
                "run", Self.path, environment: ["XDG_STATE_HOME": "."])
            #expect(run.status == 1, "\(run)")
            #expect(!workspace.exists("ran"))
        }
    }

    @Test("Reading never runs anything, also for a trusted checklist")
    func reading() async throws {
        try await Self.with { workspace in
            #expect(try await workspace.readiness("trust", Self.path).status == 0)
            for arguments in ["lint X", "status X", "report X", "gate X --phase first", "log X"] {
                _ = try await workspace.shell(
                    "\"$READINESS\" " + arguments.replacing("X", with: Self.path))
            }
            #expect(!workspace.exists("ran"))
        }
    }

    @Test("A value that changes a command ends it, and what is no longer there can be taken away")
    func values() async throws {
        try await Self.with { workspace in
            let text = Self.checklist()
                .replacing("timeline:", with: "parameters: {mark: {default: ran}}\ntimeline:")
                .replacing("../ran", with: "\"../${mark}\"")
            try workspace.write(Self.path, text)
            let trust = try await workspace.readiness("trust", Self.path)
            #expect(trust.status == 0 && trust.stdout.contains("touch ../ran "), "\(trust)")
            let other = try await workspace.readiness("run", Self.path, "--set", "mark=other")
            #expect(other.status == 1 && !workspace.exists("other"), "\(other)")
            let same = try await workspace.readiness("run", Self.path, "--set", "mark=ran")
            #expect(same.status == 0 && workspace.exists("ran"), "\(same)")

            _ = try await workspace.shell("rm \(Self.path)")
            #expect(try await workspace.readiness("trust", Self.path, "--revoke").status == 0)
            #expect(try await workspace.readiness("trust", "--list").stdout.isEmpty)
            let again = try await workspace.readiness("trust", Self.path, "--revoke")
            #expect(again.status == 64 && again.stderr.contains("--list"), "\(again)")
        }
    }
}
