import GRDB
import Testing

/// The table of the design, through the built program.
@Suite("The exit status", .timeLimit(.minutes(10)))
struct ExitStatusTests {
    /// A command line in a folder that is ready, with what it exits with.
    struct Case: Sendable, CustomTestStringConvertible {
        let command: String
        let status: Int
        var testDescription: String { "\(status): \(command)" }

        init(_ status: Int, _ command: String) {
            self.status = status
            self.command = command
        }
    }

    static let ready = [
        Case(0, "status X"), Case(0, "report X"), Case(0, "gate X --phase first"),
        Case(0, "gate X --phase first --close"), Case(0, "run X"), Case(0, "log X"),
        Case(0, "lint X"), Case(0, "schema"), Case(0, "--version"), Case(0, "help sign"),
        Case(1, "gate X --phase first --require-decision"), Case(1, "gate X --phase gone"),
        Case(1, "gate X --phase second"), Case(1, "status X --as-of 2025-01-01"),
        Case(1, "status X --set cloud=two"), Case(65, "run X --step approved"),
        Case(64, "status"), Case(64, "status X --nonsense"), Case(64, "status X --set cloud=three"),
        Case(64, "status X --entries 99"), Case(64, "gate X --phase frist"),
        Case(64, "sign X aproved --note n"), Case(64, "status sha256:0123456789"),
        Case(65, "sign X approved --as zoe@example.com --note n"),
        Case(65, "waive X present --as ann@example.com --until 2100-01-01 --reason r"),
        Case(65, "decide X first go --as ann@example.com --reason r"),
        Case(65, "lint bad.yaml"), Case(65, "status bad.yaml"),
        Case(65, "run X --values list.yaml"),
        Case(74, "lint none.yaml"), Case(74, "status none.yaml"),
        Case(74, "run X --values none.yaml"),
        Case(74, "status X --ledger bad.yaml"), Case(74, "report X --output bad.yaml"),
        Case(74, "sign X approved --as ann@example.com --note n --evidence none.txt"),
    ]

    @Test("It is the one of the table", arguments: ready)
    func status(_ row: Case) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            try workspace.write("bad.yaml", "readiness: 1\nid: Bad Id\n")
            try workspace.write("list.yaml", "- cloud\n")
            let outcome = try await workspace.shell(
                "\"$READINESS\" " + row.command.replacing("X", with: SampleChecklist.path))
            #expect(outcome.status == row.status, "\(outcome)")
        }
    }

    @Test(
        "Nothing is ready whose evidence is not kept any more, and a no stays a no",
        arguments: [
            Case(74, "status X"), Case(74, "report X"), Case(74, "gate X --phase first"),
            Case(1, "status X --as-of 2025-01-01"),
        ])
    func lostEvidence(_ row: Case) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            _ = try await workspace.shell("rm -r .readiness/evidence")
            let outcome = try await workspace.shell(
                "\"$READINESS\" " + row.command.replacing("X", with: SampleChecklist.path))
            #expect(outcome.status == row.status, "\(outcome)")
            // Nor is a GO shown, be it with a warning.
            // A report explains at its end what GO means.
            let shown = outcome.stdout.prefix(1500)
            let verdicts = shown.replacing("NO-GO", with: "no")
            #expect(!verdicts.contains("GO") && shown.contains("NO-GO"), "\(outcome)")
            let json = try await workspace.readiness(
                "status", SampleChecklist.path, "--format", "json")
            let phase = try json.json()["verdicts"].first("phase", "first")
            #expect(phase["verdict"].text == "NO-GO" && phase["atStart"].text == "NO-GO")
            #expect(phase["reasons"][0]["code"].text == "evidence-not-kept")
        }
    }

    @Test("A ledger that another program keeps locked exits with 69, and says one thing")
    func locked() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(
                path: workspace.path(".readiness/ledger.sqlite"), configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            // A clock that runs a hundred times as fast, so that nobody waits for half a minute.
            let outcome = try await workspace.shell(
                """
                faketime -f '+0 x100' "$READINESS" sign \(SampleChecklist.path) reviewed \
                    --as bob@example.com --note n
                """)
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            #expect(outcome.status == 69 && outcome.stdout.isEmpty, "\(outcome)")
            #expect(outcome.stderr.contains("Another program keeps the ledger"), "\(outcome)")
            #expect(outcome.stderr.split(separator: "\n").count == 1, "\(outcome)")
        }
    }

    @Test("CONDITIONAL is 2, and NO-GO wins over it")
    func conditional() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady(except: "reviewed")
            let waived = try await workspace.readiness(
                "waive", SampleChecklist.path, "reviewed", "--as", "bea@example.com", "--until",
                SampleChecklist.day(in: 10), "--reason", "r")
            try #require(waived.status == 0, "\(waived)")
            #expect(try await workspace.readiness("status", SampleChecklist.path).status == 2)
            try workspace.write(
                "checklists/other.yaml",
                SampleChecklist.text.replacing("id: sample", with: "id: other"))
            let both = try await workspace.readiness(
                "status", SampleChecklist.path, "checklists/other.yaml")
            #expect(both.status == 1)
        }
    }
}
