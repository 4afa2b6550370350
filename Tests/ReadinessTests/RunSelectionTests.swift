import Testing

@Suite("readiness run --dry-run and --only", .timeLimit(.minutes(10)))
struct RunSelectionTests {
    private static let checklist = """
        readiness: 1
        id: net
        title: Checks
        owner: boss
        timeline: [{id: first, title: First, starts: 2100-01-10}, {id: past, title: Past, starts: 2020-01-01}]
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
        steps:
          - {id: there, title: T, role: boss, due: first, check: [{file: {path: a.txt}}]}
          - {id: gone, title: T, role: boss, due: first, check: [{file: {path: b.txt}}]}
          - {id: program, title: T, role: boss, due: first, check: [{command: {run: [touch, c.txt]}}]}
          - {id: overdue, title: T, role: boss, due: past, check: [{file: {path: d.txt}}]}

        """

    @Test("a dry run says what would be done, does nothing and records nothing")
    func dryRun() async throws {
        try await Workspace.with { workspace in
            try workspace.write("net.yaml", Self.checklist)
            let folder = workspace.folder
            let run = try await workspace.readiness("run", "net.yaml", "--dry-run")
            #expect(run.status == 0, "\(run)")
            #expect(
                run.stdout == """
                    there: file: looks at the file a.txt
                    gone: file: looks at the file b.txt
                    program: command: executes touch c.txt in \(folder); needs trust, so that it would not
                    overdue: file: looks at the file d.txt

                    """)
            let allowed = try await workspace.readiness(
                "run", "net.yaml", "--dry-run", "--allow-commands")
            #expect(allowed.stdout.contains("executes touch c.txt in \(folder)\n"))
            #expect(try workspace.names() == ["net.yaml"])
        }
    }

    @Test("a dry run tells what trust is missing for, and what else is contacted; also as JSON")
    func dryTrust() async throws {
        try await Workspace.with { workspace in
            let more = """
                  - {id: content, title: T, role: boss, due: first, check: [{file: {path: a.txt, content: x}}]}
                  - {id: weak, title: T, role: boss, due: first, check: [{tls: {host: localhost, port: 1, refuses: [1.0, 1.1]}}]}

                """
            try workspace.write("net.yaml", Self.checklist + more)
            let run = try await workspace.readiness("run", "net.yaml", "--dry-run")
            #expect(
                run.stdout.hasSuffix(
                    """
                    content: file: reads the file a.txt; would read files of the checklist's folder only, without trust
                    weak: tls: connects to localhost:1, once more each for TLS 1.0, TLS 1.1

                    """), "\(run)")
            let json = try await workspace.readiness(
                "run", "net.yaml", "--dry-run", "--format", "json"
            ).json()
            let checks = json["checks"].items ?? []
            #expect(
                checks.map { $0["missingTrust"].text } == [
                    "none", "none", "whole", "none", "outside", "none",
                ])
            #expect(checks.dropLast().last?["reach"].text == "reads the file a.txt")
            let allowed = try await workspace.readiness(
                "run", "net.yaml", "--dry-run", "--allow-commands")
            #expect(allowed.stdout.contains("reads the file a.txt\n"), "\(allowed)")
            #expect(try workspace.names() == ["net.yaml"])
        }
    }

    @Test("a dry run names all files, the folder of a command, its words apart, and programs")
    func dryFiles() async throws {
        try await Workspace.with { workspace in
            let more = """
                  - {id: files, title: T, role: boss, due: first, check: [{http: {url: "https://a.example", bearer: {file: token.txt}, ca-file: "my ca.pem", client-certificate: {certificate: c.pem, key: c.key}}}]}
                  - {id: words, title: T, role: boss, due: first, check: [{command: {run: [touch, a b, "c"], directory: sub, environment: {S: {file: key.txt}}}}]}
                  - {id: unit, title: T, role: boss, due: first, check: [{service: {name: nginx}}, {package: {name: a, manager: rpm}}, {package: {name: a}}]}

                """
            try workspace.write("net.yaml", Self.checklist + more)
            let run = try await workspace.readiness(
                "run", "net.yaml", "--dry-run", "--allow-commands")
            let folder = workspace.folder
            #expect(
                run.stdout.hasSuffix(
                    """
                    files: http: sends GET to https://a.example/, also reads 'my ca.pem', c.pem, c.key, token.txt
                    words: command: executes touch 'a b' c in \(folder)/sub, also reads key.txt
                    unit: service: executes systemctl to ask systemd for nginx.service
                    unit: package: executes rpm to look into the database of rpm
                    unit: package: reads the database of dpkg

                    """), "\(run)")
            let json = try await workspace.readiness(
                "run", "net.yaml", "--dry-run", "--format", "json", "--step", "words"
            ).json()
            let check = json["checks"][0]
            #expect(check["argv"].items?.map(\.text) == ["touch", "a b", "c"])
            #expect(check["directory"].text == "\(folder)/sub")
            #expect(check["alsoReads"].items?.map(\.text) == ["key.txt"])
        }
    }

    @Test("a dry run names variables of secrets, not their values, and the files of a certificate")
    func drySecrets() async throws {
        try await Workspace.with { workspace in
            let more = """
                  - {id: token, title: T, role: boss, due: first, check: [{http: {url: "https://a.example", bearer: {env: TOKEN}}}]}
                  - {id: login, title: T, role: boss, due: first, check: [{command: {run: [login], environment: {A: {env: SECOND}, B: {env: FIRST}, C: {env: FIRST}}}}]}
                  - {id: pem, title: T, role: boss, due: first, check: [{certificate: {path: a.p12, key: a key.pem, ca-file: ca.pem, password: {env: P12}}}]}
                  - {id: both, title: T, role: boss, due: first, check: [{certificate: {path: a.p12, key: a.p12, password: {file: word.txt}}}]}

                """
            try workspace.write("net.yaml", Self.checklist + more)
            let folder = workspace.folder
            let run = try await workspace.shell(
                "TOKEN=s3cr3t P12=s3cr3t \"$READINESS\" run net.yaml --dry-run --allow-commands")
            #expect(
                run.stdout.hasSuffix(
                    """
                    token: http: sends GET to https://a.example/, also reads $TOKEN
                    login: command: executes login in \(folder), also reads $FIRST, $SECOND
                    pem: certificate: reads the file a.p12, also reads 'a key.pem', ca.pem, $P12
                    both: certificate: reads the file a.p12, also reads word.txt

                    """), "\(run)")
            let json = try await workspace.shell(
                "TOKEN=s3cr3t P12=s3cr3t \"$READINESS\" run net.yaml --dry-run --format json")
            let checks = try json.json()["checks"].items?.suffix(4) ?? []
            #expect(
                checks.map { $0["readsVariables"].items?.map(\.text) } == [
                    ["TOKEN"], ["FIRST", "SECOND"], ["P12"], [],
                ])
            #expect(
                checks.dropFirst(2).map { $0["alsoReads"].items?.map(\.text) } == [
                    ["a key.pem", "ca.pem"], ["word.txt"],
                ])
            #expect(!(run.stdout + json.stdout).contains("s3cr3t"))
        }
    }

    @Test("only what stands so by what is on record is carried out")
    func only() async throws {
        try await Workspace.with { workspace in
            try workspace.write("net.yaml", Self.checklist)
            try workspace.write("a.txt", "a")
            func steps(_ standings: String...) async throws -> [String] {
                let options = standings.map { "--only \($0)" }.joined(separator: " ")
                let run = try await workspace.shell(
                    "\"$READINESS\" run net.yaml --dry-run \(options)")
                return run.stdout.split(separator: "\n").map {
                    String($0.prefix { $0 != ":" })
                }
            }
            #expect(try await steps("unknown") == ["there", "gone", "program", "overdue"])
            #expect(try await steps("failing") == [])
            _ = try await workspace.readiness("run", "net.yaml")
            #expect(try await steps("failing") == ["gone", "overdue"])
            #expect(try await steps("unknown") == ["program"])
            #expect(try await steps("late") == ["overdue"])
            #expect(try await steps("failing", "unknown") == ["gone", "program", "overdue"])
            #expect(try await steps("stale") == [])
            let none = try await workspace.readiness("run", "net.yaml", "--only", "stale")
            #expect(none.status == 65, "\(none)")
            #expect(
                none.stderr.contains("no check stands on record as --only asks"),
                "\(none)")
            try workspace.write("b.txt", "b")
            let run = try await workspace.readiness("run", "net.yaml", "--only", "failing")
            #expect(run.stdout.hasPrefix("met          gone: "), "\(run)")
            #expect(run.stdout.contains("1 met, 1 unmet, 0 undetermined"))
        }
    }
}
