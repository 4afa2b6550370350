import CanonicalJSON
import Testing

@Suite("What readiness status shows", .timeLimit(.minutes(10)))
struct StatusViewTests {
    @Test("Two folders with a ledger each are told apart by what was named, and are no targets")
    func folders() async throws {
        try await Workspace.with { workspace in
            let names = ["prod/\(SampleChecklist.path)", "test/\(SampleChecklist.path)"]
            for name in names { try workspace.write(name, SampleChecklist.text) }
            func text(_ command: String) async throws -> String {
                try await workspace.shell("\"$READINESS\" \(command)").stdout
            }
            let status = try await text("status --wide prod test")
            let due = try await text("due prod test")
            let report = try await text("report prod test")
            let junit = try await text("report prod test --format junit")
            let run = try await text("run prod test")
            for name in names {
                #expect(status.contains("\nsample in \(name), as of "), "\(status)")
                #expect(due.contains("sample in \(name)"), "\(due)")
                #expect(report.contains("NO-GO: A sample rollout in \(name)\n"), "\(report)")
                #expect(junit.contains("\"sample in \(name)\""), "\(junit)")
                #expect(run.contains("sample in \(name): present: file "), "\(run)")
            }
            #expect(!status.contains("2 rollouts"), "\(status)")
        }
    }

    /// The columns of the steps: the ids in the order of the table.
    private static func shown(_ workspace: Workspace, _ more: String) async throws -> [String] {
        let outcome = try await workspace.shell(
            "\"$READINESS\" status \(SampleChecklist.path) --format json \(more)")
        return try outcome.json()["steps"].items?.compactMap { $0["id"].text } ?? ["\(outcome)"]
    }

    private static func terminal(
        _ workspace: Workspace, columns: Int, _ more: String = ""
    ) async throws -> [String] {
        let outcome = try await workspace.shell(
            """
            script -qec 'stty columns \(columns); "$READINESS" status \(SampleChecklist.path) \(more)' \
            /dev/null
            """, environment: ["NO_COLOR": "1"])
        return outcome.stdout.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
    }

    @Test(
        "Whatever the terminal, no line is too long, no date is cut and no reason is hidden",
        arguments: [40, 80, 133])
    func widths(_ columns: Int) async throws {
        try await Workspace.withSample { workspace in
            _ = try await workspace.readiness("run", SampleChecklist.path)
            let lines = try await Self.terminal(workspace, columns: columns)
            // A path is not broken, so that it can be taken over.
            let own = lines.filter { !$0.hasPrefix("Judged by the ledger ") }
            #expect(own.allSatisfy { $0.count <= columns }, "\(lines)")
            #expect(!lines.contains { $0.contains("…") }, "\(lines)")
            let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
            for said in [
                "Nobody has signed for Admins yet: ann@example.com or bob@example.com can.",
                "2100-01-09", "2100-01-10", "approved", "reviewed", "Europe/Berlin",
            ] { #expect(words.contains(said), "\(said): \(lines)") }
        }
    }

    @Test("--wide keeps one line for each step")
    func wide() async throws {
        try await Workspace.withSample { workspace in
            let lines = try await Self.terminal(workspace, columns: 40, "--wide")
                .filter { !$0.hasPrefix("Judged by the ledger ") }
            let header = try #require(lines.firstIndex { $0.hasPrefix("STATUS") })
            #expect(lines.count - header - 1 == 4, "\(lines)")
        }
    }

    @Test("Filters narrow the steps that are shown, in text and JSON, and no verdict")
    func filters() async throws {
        try await Workspace.withSample { workspace in
            _ = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--reject",
                "--note", "n")
            #expect(try await Self.shown(workspace, "--role boss") == ["elsewhere"])
            #expect(try await Self.shown(workspace, "--person bea@example.com") == ["elsewhere"])
            #expect(try await Self.shown(workspace, "--failing") == ["reviewed"])
            #expect(try await Self.shown(workspace, "--late").isEmpty)
            #expect(
                try await Self.shown(workspace, "--late --as-of 2100-02-01")
                    == ["present", "approved", "reviewed"])
            #expect(try await Self.shown(workspace, "--due 7d").isEmpty)
            #expect(
                try await Self.shown(workspace, "--due 7d --as-of 2100-01-03") == ["present"])
            #expect(try await Self.shown(workspace, "--failing --role boss").isEmpty)
            let all = try await workspace.readiness(
                "status", SampleChecklist.path, "--format", "json")
            let some = try await workspace.readiness(
                "status", SampleChecklist.path, "--format", "json", "--failing")
            for key in ["verdict", "counts"] {
                #expect(try some.json()[key].value == all.json()[key].value)
            }
            #expect(try all.json()["shown"].value == .null)
            let words = try #require(try some.json()["shown"].text)
            #expect(words == "Shown: 1 of 4 steps (failing). The verdicts are over all of them.")
            let text = try await workspace.readiness("status", SampleChecklist.path, "--failing")
            #expect(text.stdout.contains("\n\(words)\n"), "\(text)")
            #expect(text.stdout.contains("4 steps: ") && !text.stdout.contains("  approved  "))
            #expect(text.status == 1)
        }
    }

    @Test("--sort puts what is late and failing first, or orders by a column")
    func sorted() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady(except: "reviewed")
            #expect(
                try await Self.shown(workspace, "--sort urgency")
                    == ["reviewed", "present", "approved", "elsewhere"])
            #expect(
                try await Self.shown(workspace, "--sort step")
                    == ["approved", "elsewhere", "present", "reviewed"])
            #expect(
                try await Self.shown(workspace, "--sort role")
                    == ["present", "approved", "reviewed", "elsewhere"])
            #expect(
                try await Self.shown(workspace, "")
                    == ["present", "approved", "reviewed", "elsewhere"])
        }
    }
}
