import Checks
import Operations
import Reporting
import Rollout
import Testing

/// What counts as news for a channel.
struct NotifiedStateTests {
    private static func report(_ place: Place, _ target: String? = nil) async throws -> ReportInput
    {
        try await place.judged(target: target).report(
            ReportInput.Tool(name: "readiness", version: "test"))
    }

    @Test("Only another standing is news, and each rollout has its own")
    func news() async throws {
        try await Place.with(Sample.withTargets) { place in
            let path = place.path("told.json")
            let first = try await Self.report(place, "contoso")
            var state = try NotifiedState(at: path)
            #expect(state.isNews(first))
            try state.keep(first)

            state = try NotifiedState(at: path)
            #expect(!state.isNews(first))
            #expect(state.isNews(try await Self.report(place, "fabrikam")))
            // Time alone is no news.
            try place.set("2025-10-01T11:00:00Z")
            #expect(!state.isNews(try await Self.report(place, "contoso")))

            let act = try await place.act(by: "ann@example.com", target: "contoso")
            _ = try await SignStep("told", .approve, note: "done")(act)
            #expect(state.isNews(try await Self.report(place, "contoso")))
        }
    }

    @Test("A file that is another one is refused, and stays", arguments: ["", "{}", "[1]"])
    func foreign(_ text: String) async throws {
        try await Place.with { place in
            try place.write("told.json", text)
            #expect(throws: OperationFailure.self) {
                try NotifiedState(at: place.path("told.json"))
            }
        }
    }

    @Test("An open condition that became another one is news, though step and status are the same")
    func otherCondition() async throws {
        try await Place.with { place in
            var state = try NotifiedState(at: place.path("told.json"))
            try state.keep(try await Self.report(place))
            // Two roles have to sign, and one did.
            _ = try await SignStep("twice", .approve, note: "done")(
                place.act(by: "bob@example.com"))
            #expect(try await place.status("twice").status == .pending)
            let after = try await Self.report(place)
            #expect(state.isNews(after))
            try state.keep(after)
            #expect(!state.isNews(try await Self.report(place)))
        }
    }

    @Test("A check that is unmet once more is no news")
    func again() async throws {
        try await Place.with { place in
            var state = try NotifiedState(at: place.path("told.json"))
            for moment in ["2025-10-01T10:00:00Z", "2025-10-01T11:00:00Z"] {
                try place.set(moment)
                let context = place.context()
                let plan = try RunPlan(
                    [try await place.load()], filter: RunFilter(), permissions: [.refused], context)
                _ = try await RunChecks(
                    plan, by: try #require(Principal(written: "robot")), run: "r", context
                )(jobs: 1) { _, _ in }
                let report = try await Self.report(place)
                #expect(state.isNews(report) == moment.contains("T10"))
                try state.keep(report)
            }
        }
    }

    @Test("A file beside the ledger that is lost is news")
    func ledgerWarning() async throws {
        try await Place.with { place in
            _ = try await SignStep(
                "approved", .approve, note: "n", evidence: [place.path("evidence.txt")])(
                    place.act(by: "bob@example.com"))
            var state = try NotifiedState(at: place.path("told.json"))
            let before = try await Self.report(place)
            try state.keep(before)
            let warned = ReportInput(
                assessment: before.assessment, tool: before.tool, ledger: before.ledger,
                ledgerWarnings: [LedgerWarning(.damage, entry: nil, detail: "d")],
                command: [])
            #expect(state.isNews(warned))
        }
    }

    @Test("Where the file cannot be written, that shows before anything is told")
    func unwritable() async throws {
        try await Place.with { place in
            let state = try NotifiedState(at: place.path("none/told.json"))
            #expect(throws: OperationFailure.self) { try state.write() }
        }
    }
}
