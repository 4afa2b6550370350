import Testing

@Suite("readiness export and verify", .timeLimit(.minutes(10)))
struct BundleTests {
    @Test("What is exported verifies, and what was changed does not, with its reason and status")
    func walk() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let environment = ["XDG_CONFIG_HOME": workspace.path("config")]
            let start = try await workspace.readiness(
                "checkpoint", "--start", "ledger.example.com/2026", environment: environment)
            for name in ["bundle", "bundle.tar"] {
                let exported = try await workspace.readiness(
                    "export", SampleChecklist.path, "--output", name, environment: environment)
                #expect(exported.status == 0, "\(exported)")
                #expect(exported.stdout.hasPrefix("\(name): "))
                let verified = try await workspace.readiness(
                    "verify", name, "--log", String(start.stdout.dropLast()))
                #expect(verified.status == 0, "\(verified)")
                #expect(verified.stdout.hasPrefix("\(name): verified\nProved:\n"))
                #expect(verified.stdout.contains("\nNot proved:\n"))
            }
            let again = try await workspace.readiness(
                "export", SampleChecklist.path, "--output", "bundle", environment: environment)
            #expect(again.status == 74 && again.stderr.contains("never replaces"))
            try workspace.write("bundle/report.md", "# All is well\n")
            let refused = try await workspace.readiness("verify", "bundle")
            #expect(refused.status == 74)
            #expect(refused.stdout.contains("report.md [report]: "), "\(refused)")
            #expect(refused.stdout.contains("Do not go by the report"))
            let json = try await workspace.readiness("verify", "bundle", "--format", "json")
            #expect(json.status == 74)
            #expect(try json.json()["verified"].boolean == false)
            #expect(try json.json()["findings"][0]["file"].text != nil)
            #expect(try json.json()["proved"][0].text == nil)
        }
    }

    @Test("A ledger without a log is exported, and the lack is said")
    func withoutLog() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let exported = try await workspace.readiness(
                "export", SampleChecklist.path, "--output", "bundle")
            #expect(exported.status == 0 && exported.stderr.contains("has no log"), "\(exported)")
            let verified = try await workspace.readiness("verify", "bundle", "--format", "json")
            #expect(verified.status == 0, "\(verified)")
            #expect(try verified.json()["verified"].boolean == true)
            #expect(try verified.json()["verdict"].text != nil)
            let other = try await workspace.readiness("verify", "checklists")
            #expect(other.status == 74 && other.stderr.contains("no bundle"), "\(other)")
        }
    }
}
