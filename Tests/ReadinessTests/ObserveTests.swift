import Foundation
import Testing

@Suite("readiness observe and readiness checks", .timeLimit(.minutes(10)))
struct ObserveTests {
    @Test("a check that is met: what was seen, and nothing is recorded")
    func met() async throws {
        try await Workspace.with { workspace in
            try workspace.write("a.txt", "hello\n")
            let outcome = try await workspace.readiness(
                "observe", "file: {path: a.txt, content: hell}")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.hasPrefix("met  file a.txt\nSeen: "))
            #expect(outcome.stdout.contains("  met: the content with \"hell\"\n"))
            #expect(outcome.stdout.contains("  size-bytes: 6\n"))
            #expect(try workspace.names() == ["a.txt"])
        }
    }

    @Test("unmet and undetermined exit with 1, and a command needs trust")
    func notMet() async throws {
        try await Workspace.with { workspace in
            let absent = try await workspace.readiness("observe", "file: {path: a.txt}")
            #expect(absent.status == 1 && absent.stdout.hasPrefix("unmet  file a.txt\n"))
            let command = try await workspace.readiness("observe", "command: {run: [touch, b]}")
            #expect(command.status == 1 && command.stdout.hasPrefix("undetermined  command"))
            #expect(!workspace.exists("b"))
            let allowed = try await workspace.readiness(
                "observe", "command: {run: [touch, b]}", "--allow-commands")
            #expect(allowed.status == 0 && workspace.exists("b"))
        }
    }

    @Test("a mistake is told with its place and exits with 65")
    func mistake() async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.readiness("observe", "file: {paht: a}")
            #expect(outcome.status == 65 && outcome.stdout.isEmpty)
            #expect(outcome.stderr.contains("check:1:8"), "\(outcome.stderr)")
            #expect(outcome.stderr.contains("did you mean \"path\"?"))
        }
    }

    @Test("a check as it stands in a list is the check; a list of two is none")
    func listed() async throws {
        try await Workspace.with { workspace in
            for text in [
                "- file: {path: a.txt}", "-  file: {path: a.txt}", "[file: {path: a.txt}]",
            ] {
                let outcome = try await workspace.readiness("observe", text)
                #expect(outcome.status == 1, "\(outcome)")
                #expect(outcome.stdout.hasPrefix("unmet  file a.txt\n"), "\(outcome)")
            }
            let two = try await workspace.readiness("observe", "[file: {path: a}, file: {path: b}]")
            #expect(two.status == 65, "\(two)")
        }
    }

    @Test("--as-yaml says where the step would not be met, and the step is printed all the same")
    func doubt() async throws {
        try await Workspace.with { workspace in
            try workspace.write("a.txt", "hello")
            let outcome = try await workspace.readiness(
                "observe", "file: {path: a.txt, size: {minimum: 1MB}}", "--as-yaml")
            #expect(outcome.status == 1 && outcome.stdout.contains("size: {minimum: 1MB}"))
            #expect(outcome.stderr.contains("would not be met by what was just seen: "))
            let met = try await workspace.readiness("observe", "file: {path: a.txt}", "--as-yaml")
            #expect(met.status == 0 && met.stderr.isEmpty, "\(met)")
            let command = try await workspace.readiness(
                "observe", "command: {run: ['true']}", "--as-yaml")
            #expect(command.stderr.contains("nothing was seen"), "\(command)")
        }
    }

    @Test("a line in which somebody wrote a secret is not repeated, whatever else is wrong in it")
    func writtenSecret() async throws {
        try await Workspace.with { workspace in
            for format in ["text", "json"] {
                let outcome = try await workspace.readiness(
                    "observe", "http: {url: 'https://a.example', bearer: s3cr3t, wrong: 1}",
                    "--format", format)
                #expect(outcome.status == 65, "\(outcome)")
                #expect(outcome.stderr.contains("no secrets"), "\(outcome)")
                #expect(outcome.stderr.contains("\"wrong\""), "\(outcome)")
                #expect(!"\(outcome)".contains("s3cr3t"), "\(outcome)")
            }
        }
    }

    @Test("a check on standard input, as JSON")
    func json() async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.shell(
                "printf 'file:\\n  path: /\\n  type: file\\n' | \"$READINESS\" observe - --format json"
            )
            #expect(outcome.status == 1, "\(outcome)")
            let json = try outcome.json()
            #expect(json["outcome"].text == "unmet" && json["kind"].text == "file")
            #expect(json["findings"][1]["actual"].text == "a directory")
            #expect(json["facts"]["exists"].boolean == true)
        }
    }

    @Test("--as-yaml is a step that is met by what was just seen")
    func paste() async throws {
        try await Workspace.with { workspace in
            try workspace.write("a.txt", "x")
            let seen = try await workspace.readiness(
                "observe", "file: {path: a.txt, sha256: \(String(repeating: "0", count: 64))}",
                "--as-yaml")
            #expect(seen.status == 1, "\(seen)")
            #expect(seen.stdout.hasPrefix("- id: file-check\n"))
            let check = try #require(seen.stdout.components(separatedBy: "check:\n").last)
            let again = try await workspace.readiness("observe", check)
            #expect(again.status == 0, "\(check)\(again)")
            let command = try await workspace.readiness(
                "observe", "command: {run: [printf, 'a${b\\n']}".replacing("${", with: "$${"),
                "--as-yaml", "--allow-commands")
            let paste = try #require(command.stdout.components(separatedBy: "check:\n").last)
            let met = try await workspace.readiness("observe", paste, "--allow-commands")
            #expect(met.status == 0, "\(paste)\(met)")
        }
    }

    @Test("the kinds are listed, and each is shown with options, defaults, facts and examples")
    func checks() async throws {
        try await Workspace.with { workspace in
            let list = try await workspace.readiness("checks")
            #expect(list.status == 0 && list.stdout.contains("dns "))
            let dns = try await workspace.readiness("checks", "dns")
            #expect(dns.stdout.contains("  resolves  (true or false)\n"), "\(dns)")
            #expect(dns.stdout.contains("Default: true."))
            #expect(dns.stdout.contains("Facts\n") && dns.stdout.contains("Examples\n"))
            let wrong = try await workspace.readiness("checks", "dsn")
            #expect(wrong.status == 64 && wrong.stderr.contains("did you mean \"dns\"?"))
        }
    }
}
