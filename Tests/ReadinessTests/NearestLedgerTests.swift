import Testing

@Suite("Where the ledger lies", .timeLimit(.minutes(10)))
struct NearestLedgerTests {
    private static let usual = ".readiness/ledger.sqlite"

    @Test("It lies beside the nearest folder of checklists, wherever the command runs")
    func besideChecklists() async throws {
        try await Workspace.withSample { workspace in
            try workspace.write("checklists/deep/er/one.yaml", SampleChecklist.text)
            try workspace.write("checklists/deep/er/present.txt", "")
            let deep = try await workspace.readiness("run", "checklists/deep/er/one.yaml")
            #expect(deep.status == 0, "\(deep)")
            #expect(workspace.exists(Self.usual))
            let inside = try await workspace.shell(
                "cd checklists && \"$READINESS\" log sample.yaml")
            #expect(inside.stdout.contains("checked present"), "\(inside)")
        }
    }

    @Test(
        "Whatever is judged says by which ledger",
        arguments: [
            "status", "report", "gate --phase first", "run --format json", "due",
            "walk --as ann@example.com",
        ])
    func said(command: String) async throws {
        try await Workspace.withSample { workspace in
            let words = "\"$READINESS\" \(command) \(SampleChecklist.path)"
            let none = try await workspace.shell(words)
            let empty = "Judged by the ledger \(Self.usual) (no entries yet)."
            #expect(none.stderr.contains(empty) == !command.hasPrefix("run"), "\(none)")
            _ = try await workspace.readiness("run", SampleChecklist.path)
            let some = try await workspace.shell(words)
            #expect(some.stderr.contains("Judged by the ledger \(Self.usual) ("), "\(some)")
            #expect(!some.stderr.contains("no entries"), "\(some)")
        }
    }

    @Test("Without such a folder it lies beside the checklist")
    func besideChecklist() async throws {
        try await Workspace.with { workspace in
            try workspace.write("plans/sample.yaml", SampleChecklist.text)
            try workspace.write("plans/present.txt", "")
            #expect(try await workspace.readiness("run", "plans/sample.yaml").status == 0)
            #expect(try workspace.names(in: "plans/.readiness") == ["ledger.sqlite"])
        }
    }

    @Test("The environment names another, and an option wins over it")
    func named() async throws {
        try await Workspace.withSample { workspace in
            let variable = ["READINESS_LEDGER": workspace.path("env/l.sqlite")]
            let first = try await workspace.readiness(
                "run", SampleChecklist.path, "--create", environment: variable)
            let second = try await workspace.readiness(
                "run", SampleChecklist.path, "--ledger", "option.sqlite", "--create",
                environment: variable)
            #expect(first.status == 0 && second.status == 0)
            #expect(workspace.exists("env/l.sqlite") && workspace.exists("option.sqlite"))
            #expect(!workspace.exists(".readiness"))
        }
    }

    @Test("One that was named and is not there is started only on demand, the usual one by itself")
    func started() async throws {
        try await Workspace.withSample { workspace in
            let slip = try await workspace.readiness(
                "run", SampleChecklist.path, "--ledger", "slip.sqlite")
            #expect(slip.status == 74, "\(slip)")
            #expect(slip.stderr.contains("There is no ledger at slip.sqlite"), "\(slip)")
            #expect(!workspace.exists("slip.sqlite"))
            let usual = try await workspace.readiness("run", SampleChecklist.path)
            #expect(usual.stderr.contains("A new ledger was started: "), "\(usual)")
            let again = try await workspace.readiness("run", SampleChecklist.path)
            #expect(!again.stderr.contains("A new ledger"), "\(again)")
        }
    }

    @Test(
        "What only reads makes none, and tells where the one that was named is missing",
        arguments: [
            "status X", "report X", "gate X --phase first", "log X", "log",
        ])
    func readers(_ arguments: String) async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.shell(
                "\"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path))
            #expect(outcome.status == (arguments.hasPrefix("log") ? 0 : 1), "\(outcome)")
            let isLog = arguments.hasPrefix("log")
            #expect(outcome.stderr.contains("(no entries yet)") != isLog, "\(outcome)")
            #expect(!isLog || outcome.stderr.contains("there is no ledger at "), "\(outcome)")
            #expect(!workspace.exists(".readiness"))
            let named = try await workspace.shell(
                "\"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path)
                    + " --ledger slip.sqlite")
            #expect(named.status == outcome.status)
            #expect(named.stderr.contains("There is no ledger at slip.sqlite"), "\(named)")
            #expect(!workspace.exists("slip.sqlite"))
        }
    }

    @Test("A command that ends leaves the ledger as a single file")
    func singleFile() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            _ = try await workspace.readiness("status", SampleChecklist.path)
            _ = try await workspace.readiness("log")
            #expect(try workspace.names(in: ".readiness") == ["evidence", "ledger.sqlite"])
        }
    }

    @Test("Two runs at once lose no record")
    func together() async throws {
        try await Workspace.withSample { workspace in
            async let one = workspace.readiness("run", SampleChecklist.path)
            async let two = workspace.readiness("run", SampleChecklist.path)
            async let three = workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--note", "n")
            let outcomes = try await [one, two, three]
            for outcome in outcomes { #expect(outcome.status == 0, "\(outcome)") }
            let log = try await workspace.readiness("log", "--format", "jsonl")
            #expect(log.stdout.split(separator: "\n").count == 4, "\(log)")
        }
    }
}
