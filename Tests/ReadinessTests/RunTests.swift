import Foundation
import Rollout
import Testing

@Suite("readiness run", .timeLimit(.minutes(10)))
struct RunTests {
    /// A checklist with these steps, each `id: check`.
    private static func checklist(_ steps: [(String, String)]) -> String {
        """
        readiness: 1
        id: net
        title: Checks
        owner: boss
        timeline: [{id: first, title: First, starts: 2100-01-10}]
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
        steps:

        """
            + steps.map { id, check in
                "  - {id: \(id), title: T, role: boss, due: first, check: [\(check)]}\n"
            }.joined()
    }

    @Test("Servers on loopback: each outcome with its reason and facts, in the checklist's order")
    func servers() async throws {
        try await Workspace.with { workspace in
            try await TLSServer.with(workspace, pem: "cert.pem", "-tls1_2") { port in
                try await LoopbackListener.with { silent in
                    let tls = "host: good.example.test, connect-to: 127.0.0.1"
                    try workspace.write(
                        "net.yaml",
                        Self.checklist([
                            ("quiet", "{tls: {\(tls), port: \(silent), timeout: 300ms}}"),
                            (
                                "good",
                                "{tls: {\(tls), port: \(port), ca-file: cert.pem, minimum-version: 1.2}}"
                            ),
                            ("strangers", "{tls: {\(tls), port: \(port), minimum-version: 1.2}}"),
                            (
                                "old",
                                "{tls: {\(tls), port: \(port), ca-file: cert.pem, minimum-version: 1.3}}"
                            ),
                            ("open", "{tcp: {host: 127.0.0.1, port: \(silent)}}"),
                            (
                                "closed",
                                "{tcp: {host: 127.0.0.1, port: \(try LoopbackListener.unusedPort())}}"
                            ),
                        ]))
                    let run = try await workspace.readiness("run", "net.yaml")
                    #expect(run.status == 1, "\(run)")
                    let lines = run.stdout.split(separator: "\n").map(String.init)
                    let heads = [
                        "undetermined quiet: ", "met          good: ", "unmet        strangers: ",
                        "unmet        old: ", "met          open: ", "unmet        closed: ",
                    ]
                    try #require(lines.count == 7, "\(run)")
                    for (line, head) in zip(lines, heads) {
                        #expect(line.hasPrefix(head), "\(line)")
                    }
                    #expect(lines[0].contains("300"), "\(lines[0])")
                    #expect(lines[2].contains("self-signed"), "\(lines[2])")
                    #expect(lines[5].contains("refusal"), "\(lines[5])")
                    #expect(lines[6] == "2 met, 3 unmet, 1 undetermined")

                    let json = try await workspace.readiness(
                        "status", "net.yaml", "--format", "json")
                    let steps = try json.json()["steps"]
                    let good = steps.first("id", "good")["checks"][0]
                    #expect(good["outcome"].text == "met")
                    #expect(good["observedAt"].text?.hasSuffix("Z") == true)
                    #expect(good["findings"][0]["met"].boolean == true)
                    let facts = "\(good["facts"])"
                    #expect(facts.contains("TLSv1.2") || facts.contains("1.2"), "\(facts)")
                    #expect(facts.contains("good.example.test"))
                    #expect(steps.first("id", "quiet")["status"].text == "unknown")
                    #expect(steps.first("id", "strangers")["status"].text == "failing")
                }
            }
        }
    }

    @Test("--format json is the shape that programs read")
    func json() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness(
                "run", SampleChecklist.path, "--format", "json")
            #expect(outcome.status == 0, "\(outcome)")
            let whole = try outcome.json()
            #expect(whole["checklist"]["id"].text == "sample")
            #expect(whole["checklist"]["title"].text == "A sample rollout")
            #expect(whole["checklist"]["digest"].text?.hasPrefix("sha256:") == true)
            #expect(whole["asOf"].text.flatMap(Instant.init(rfc3339:)) != nil)
            let verdict = whole["verdicts"].first("phase", "first")
            #expect(verdict["verdict"].text == "NO-GO")
            #expect(verdict["starts"].text == "2100-01-09T23:00:00Z")
            #expect(verdict["reasons"].items?.isEmpty == false)
            let step = whole["steps"].first("id", "present")
            #expect(step["role"].text == "admin" && step["level"].text == "blocking")
            #expect(step["due"].text == "2100-01-09" && step["status"].text == "ready")
            #expect(step["reason"]["text"].text?.isEmpty == false)
            let check = step["checks"][0]
            #expect(check["kind"].text == "file" && check["outcome"].text == "met")
            #expect(check["facts"].members?.isEmpty == false)
            #expect(step["signOffs"].items?.isEmpty == true)
        }
    }

    @Test("Filters choose steps, and a step that does not apply is never checked")
    func filters() async throws {
        try await Workspace.withSample { workspace in
            let cases = [
                ("--role admin", ["present"]), ("--phase first", ["present"]),
                ("--step present", ["present"]), ("--set cloud=two", ["present", "elsewhere"]),
                ("--set cloud=two --role boss", ["elsewhere"]),
                ("--set cloud=two --phase second", ["elsewhere"]),
                (
                    "--set cloud=two --step present --step elsewhere --jobs 1",
                    ["present", "elsewhere"]
                ),
            ]
            for (arguments, steps) in cases {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" run \(SampleChecklist.path) \(arguments)")
                #expect(outcome.status == (steps.contains("elsewhere") ? 1 : 0), "\(outcome)")
                let lines = outcome.stdout.split(separator: "\n").dropLast()
                #expect(lines.count == steps.count, "\(arguments): \(outcome)")
                for (line, step) in zip(lines, steps) { #expect(line.contains(" \(step): file ")) }
            }
        }
    }

    @Test(
        "Nothing to check is no success",
        arguments: ["--role boss", "--phase second", "--step approved", "--phase gone"])
    func nothing(_ filter: String) async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.shell(
                "\"$READINESS\" run \(SampleChecklist.path) \(filter)")
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.stderr.contains("nothing to check"))
            #expect(!workspace.exists(".readiness"))
        }
    }

    @Test("Several checklists are checked in one run, each for its own ledger")
    func several() async throws {
        try await Workspace.withSample { workspace in
            try workspace.write(
                "other/two.yaml", Self.checklist([("a", "{file: {path: two.yaml}}")]))
            let outcome = try await workspace.readiness(
                "run", SampleChecklist.path, "other/two.yaml", "--format", "json",
                "--as", "robot")
            #expect(outcome.status == 0, "\(outcome)")
            let all = try outcome.json()
            #expect(all["rollouts"][0]["checklist"]["id"].text == "sample")
            #expect(all["rollouts"][1]["checklist"]["id"].text == "net")
            #expect(workspace.exists(".readiness/ledger.sqlite"))
        }
    }

    @Test("A for-each is chosen by its common name")
    func family() async throws {
        try await Workspace.with { workspace in
            try workspace.write(
                "each.yaml",
                Self.checklist([("x", "{file: {path: each.yaml}}")])
                    + """
                      - id: each
                        title: T
                        role: boss
                        due: first
                        for-each: {name: [one, two]}
                        check: [{file: {path: "${name}"}}]

                    """)
            let outcome = try await workspace.readiness("run", "each.yaml", "--step", "each")
            #expect(outcome.status == 1, "\(outcome)")
            #expect(outcome.stdout.contains("each/one: ") && outcome.stdout.contains("each/two: "))
            let sign = try await workspace.readiness("sign", "each.yaml", "each", "--note", "n")
            #expect(sign.status == 64 && sign.stderr.contains("each/one, each/two"), "\(sign)")
        }
    }
}
