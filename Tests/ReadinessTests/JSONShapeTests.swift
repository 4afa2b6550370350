import CanonicalJSON
import Rollout
import Testing

/// The shapes of the design, key by key, out of the built program: a program may rely on each.
@Suite("What programs read", .timeLimit(.minutes(10)))
struct JSONShapeTests {
    /// Everything that a rollout may have: checks, sign-offs, a waiver, a decision.
    private static func full(_ workspace: Workspace) async throws {
        try await workspace.makeReady(except: "reviewed")
        let acts = [
            try await workspace.readiness(
                "waive", SampleChecklist.path, "reviewed", "--as", "bea@example.com", "--until",
                SampleChecklist.day(in: 10), "--reason", "Holidays"),
            try await workspace.readiness(
                "decide", SampleChecklist.path, "first", "go", "--as", "bea@example.com",
                "--reason", "Because"),
        ]
        for act in acts { try #require(act.status == 0, "\(act)") }
    }

    /// Whether every key is there; prints the ones that are not.
    private static func expect(
        _ keys: [String], in value: JSONReading, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = Set(value.members?.keys.map { $0 } ?? [])
        #expect(keys.filter { !found.contains($0) } == [], sourceLocation: sourceLocation)
    }

    @Test(
        "run, status and report give the same object",
        arguments: ["run X --format json", "status X --format json", "report X --format json"])
    func rollout(_ command: String) async throws {
        try await Workspace.withSample { workspace in
            try await Self.full(workspace)
            let outcome = try await workspace.shell(
                "\"$READINESS\" " + command.replacing("X", with: SampleChecklist.path))
            let whole = try outcome.json()
            Self.expect(["checklist", "scope", "asOf", "verdicts", "steps"], in: whole)
            Self.expect(["id", "title", "digest"], in: whole["checklist"])
            Self.expect(["target", "parameters"], in: whole["scope"])
            #expect(whole["scope"]["target"].value == .null)
            #expect(whole["scope"]["parameters"]["cloud"].text == "one")
            #expect(whole["asOf"].text.flatMap(Instant.init(rfc3339:)) != nil)
            Self.expect(
                [
                    "phase", "verdict", "closing", "starts", "holdsUntil", "atStart", "reasons",
                ], in: whole["verdicts"].first("phase", "first"))
            let verdict = whole["verdicts"].first("phase", "first")
            #expect(verdict["verdict"].text == "CONDITIONAL")
            #expect(verdict["atStart"].text == "NO-GO")
            #expect(verdict["holdsUntil"].text?.hasSuffix("Z") == true)
            #expect(verdict["starts"].text == "2100-01-09T23:00:00Z")
            Self.expect(["code", "text"], in: verdict["reasons"][0])
            for id in ["present", "approved", "reviewed", "elsewhere"] {
                Self.expect(
                    [
                        "id", "role", "level", "due", "status", "reason", "countsUntil", "restsOn",
                        "withoutWaiver", "checks", "signOffs",
                    ], in: whole["steps"].first("id", id))
                Self.expect(["code", "text"], in: whole["steps"].first("id", id)["reason"])
            }
        }
    }

    @Test("A check has what was observed, and who looked from where")
    func check() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness(
                "run", SampleChecklist.path, "--site", "eu-dmz", "--as", "robot", "--format",
                "json")
            let step = try outcome.json()["steps"].first("id", "present")
            #expect(step["status"].text == "ready" && step["due"].text == "2100-01-09")
            let check = step["checks"][0]
            Self.expect(
                [
                    "kind", "outcome", "reason", "observedAt", "runner", "site", "facts",
                    "findings",
                ], in: check)
            #expect(check["kind"].text == "file" && check["outcome"].text == "met")
            #expect(check["runner"].text == "robot" && check["site"].text == "eu-dmz")
            #expect(check["facts"].members?.isEmpty == false)
            Self.expect(["expected", "actual", "met"], in: check["findings"][0])
            #expect(check["findings"][0]["met"].boolean == true)
        }
    }

    @Test("A sign-off has whether it counts and why, and a waived step what it would be")
    func acts() async throws {
        try await Workspace.withSample { workspace in
            try await Self.full(workspace)
            let status = try await workspace.readiness(
                "status", SampleChecklist.path, "--format", "json")
            let steps = try status.json()["steps"]
            let signOff = steps.first("id", "approved")["signOffs"][0]
            Self.expect(
                [
                    "principal", "role", "decision", "recordedAt", "counts", "why",
                    "authentication",
                ], in: signOff)
            #expect(signOff["counts"].boolean == true && signOff["decision"].text == "approve")
            let waived = steps.first("id", "reviewed")
            #expect(waived["status"].text == "waived" && waived["restsOn"][0].integer == 4)
            #expect(waived["withoutWaiver"]["status"].text == "pending")
            #expect(try status.json()["decisions"][0]["stands"].boolean == true)
        }
    }

    @Test(
        "Several rollouts are a list, also where the ledger of one cannot be read",
        arguments: ["status A B --format json", "report A B --format json"])
    func several(_ command: String) async throws {
        try await Workspace.withSample { workspace in
            try workspace.write(
                "apart/checklists/other.yaml",
                SampleChecklist.text.replacing("id: sample", with: "id: other"))
            let words = command.replacing("A", with: SampleChecklist.path).replacing(
                "B", with: "apart/checklists/other.yaml")
            let both = try await workspace.shell("\"$READINESS\" \(words)")
            #expect(both.status == 1)
            #expect(try both.json()["rollouts"].items?.count == 2)
            try workspace.write("apart/.readiness/ledger.sqlite", "no database at all, but long")
            let one = try await workspace.shell("\"$READINESS\" \(words)")
            #expect(one.status == 74 && one.stderr.contains("is not a ledger"), "\(one)")
            #expect(try one.json()["rollouts"].items?.count == 1)
            #expect(try one.json()["rollouts"][0]["checklist"]["id"].text == "sample")
        }
    }

    @Test("A mistake has its place, code, message and fix")
    func diagnostic() async throws {
        try await Workspace.with { workspace in
            try workspace.write("bad.yaml", "readiness: 1\nid: Bad Id\n")
            let outcome = try await workspace.readiness("lint", "bad.yaml", "--format", "json")
            #expect(outcome.status == 65)
            Self.expect(
                [
                    "path", "line", "column", "endLine", "endColumn", "severity", "code",
                    "message", "fix",
                ], in: try outcome.json()["diagnostics"][0])
        }
    }
}
