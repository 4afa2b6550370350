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
            for text in [
                "[file: {path: a}, file: {path: b}]", "- file: {path: a}\n- file: {path: b}",
                "- file:\n    path: a\n\n- file:\n    path: b\n",
            ] {
                for two in [
                    try await workspace.readiness("observe", text),
                    try await workspace.shell(
                        "printf '%s' \"$TWO\" | \"$READINESS\" observe -",
                        environment: ["TWO": text]),
                ] {
                    #expect(two.status == 65 && two.stdout.isEmpty, "\(two)")
                    #expect(two.stderr.contains("takes one check at a time"), "\(two)")
                }
            }
        }
    }

    @Test("a check that is interrupted exits with 130, as a run does")
    func interrupted() async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.shell(
                """
                "$READINESS" observe --allow-commands \
                    'command: {run: ["echo x > pid; sleep 90"], shell: true, timeout: 95s}' &
                observation=$!
                until test -s pid; do sleep 0.05; done
                kill -TERM $observation
                wait $observation; echo "exit $?"
                """)
            #expect(outcome.stdout.hasPrefix("undetermined  command"), "\(outcome)")
            #expect(outcome.stdout.hasSuffix("\nexit 130\n"), "\(outcome)")
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

    @Test(
        "nothing that stands in place of where a secret is kept is repeated",
        arguments: [
            "http: {url: 'https://a.example', bearer: [s3cr3t]}",
            "http:\n  url: https://a.example\n  bearer:\n    - s3cr3t",
            "http: {url: 'https://a.example', bearer: {s3cr3t}}",
            "http:\n  url: https://a.example\n  bearer:\n    env: 's3cr3t!'",
            "http:\n  url: https://a.example\n  bearer:\n    env: [s3cr3t]",
            "http: {url: 'https://a.example', baerer: s3cr3t}",
            "http: {url: 'https://a.example', basic: {user: u, passwrd: s3cr3t}}",
            "http:\n  url: https://a.example\n  basic:\n    user: u\n    pasword: s3cr3t",
            "http: {url: 'https://a.example', basic: 'joe:s3cr3t'}",
            "http:\n  url: https://a.example\n  basic:\n   - joe:s3cr3t",
            "http: {url: 'https://a.example', basic: {user: 'joe:s3cr3t', password: {env: A}}}",
            "http: {url: 'https://a.example', bearer: {env: A}, bearer: s3cr3t}",
            "http:\n  url: https://a.example\n  bearer: {env: A}\n  bearer: s3cr3t",
            "http: {url: 'https://a.example', bearer: {env: A, env: s3cr3t}}",
            "http: {url: 'https://joe:s3cr3t@a.example'}",
            "http: {url: 'https://joe:s3 cr/s3cr3t@a.example'}",
            "http:\n  url:\n    https://joe:s3cr3t@a.example",
            "http: {url: 'https://a.example', proxy: 'http://joe:s3cr3t@a.example:1'}",
            "htttp: {url: 'https://a.example', bearer: s3cr3t}",
            "htttp: {url: 'https://a.example', baerer: s3cr3t}",
            "htttp: {url: 'https://a.example', basic: {user: u, passwrd: s3cr3t}}",
            "http: {url: 'https://a.example', token: s3cr3t}",
            "http: {url: 'https://a.example', bearer: s3cr3t",
            "certificate: {path: a, password: {value: s3cr3t}}",
            "http: {url: 'https://a.example', request-headers: {Authorization: s3cr3t}}",
            "http: {url: 'https://a.example', request-headers: {X: \"s3cr3t\\n\"}}",
            "command: {run: [a], environment: {S: {vault: s3cr3t}}}",
        ])
    func unrepeated(_ check: String) async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.readiness("observe", check)
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.stderr.contains("error: "), "\(outcome)")
            #expect(!(outcome.stdout + outcome.stderr).contains("s3cr3t"), "\(outcome)")
        }
    }

    @Test("a line that says where a secret is kept is shown with its mistakes")
    func keptElsewhere() async throws {
        try await Workspace.with { workspace in
            for credential in ["bearer: {env: A}", "basic: {user: u, password: {file: a}}"] {
                let outcome = try await workspace.readiness(
                    "observe", "http: {url: 'https://a.example', \(credential), wrong: 1}")
                #expect(outcome.status == 65, "\(outcome)")
                #expect(outcome.stderr.contains("\(credential), wrong: 1}\n"), "\(outcome)")
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

    @Test("--as-yaml tells what it replaces, leaves out and cannot expect")
    func notes() async throws {
        try await Workspace.with { workspace in
            try workspace.write("a.txt", "x")
            func observe(_ check: String) async throws -> (yaml: String, notes: String) {
                let outcome = try await workspace.readiness(
                    "observe", check, "--as-yaml", "--allow-commands")
                return (outcome.stdout, outcome.stderr)
            }
            let replaced = try await observe("file: {path: a.txt, type: directory}")
            #expect(replaced.yaml.contains("    type: \"file\"\n"))
            #expect(replaced.notes.contains("\"type\" what was just seen in place of"))
            let same = try await observe("file: {path: a.txt, type: file}")
            #expect(same.notes.isEmpty, "\(same)")
            let gone = try await observe(
                "file: {path: b.txt, type: file, retry: {times: 1, delay: 1s}}")
            #expect(gone.yaml.contains("exists: false") && !gone.yaml.contains("type"), "\(gone)")
            #expect(gone.yaml.contains("retry"))
            #expect(gone.notes.contains("leaves \"type\" out"), "\(gone)")
            #expect(!gone.notes.contains("would not be met"), "\(gone)")
            let plugin = try await observe("plugin: {run: [echo, OK]}")
            #expect(plugin.notes.contains("was put into an option of plugin."), "\(plugin)")
            let cut = try await observe("command: {run: [head, -c, 3000000, /dev/zero]}")
            #expect(cut.notes.contains("does not expect stdout: it was cut."), "\(cut)")
            let bytes = try await observe("command: {run: [printf, '\\377']}")
            #expect(bytes.notes.contains("stdout: it is no text in UTF-8."), "\(bytes)")
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
