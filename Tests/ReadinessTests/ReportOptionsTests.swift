import Foundation
import Testing

@Suite("Options of reports that do not go together", .timeLimit(.minutes(10)))
struct ReportOptionsTests {
    @Test(
        "Who asks for some steps is refused by formats that have all of them",
        arguments: ["json", "junit", "prometheus", "oscal", "github", "teams"])
    func selection(_ format: String) async throws {
        try await Workspace.withSample { workspace in
            for (option, name) in [("--role", "boss"), ("--person", "bea@example.com")] {
                let outcome = try await workspace.readiness(
                    "report", SampleChecklist.path, "--format", format, option, name)
                #expect(outcome.status == 64 && outcome.stdout.isEmpty, "\(outcome)")
                #expect(outcome.stderr.contains("markdown, html, csv and ics"), "\(outcome)")
                #expect(outcome.stderr.contains("\(format) has all of them"), "\(outcome)")
            }
        }
    }

    @Test("Documents of several rollouts do not stand in one stream", arguments: ["oscal", "html"])
    func streams(_ format: String) async throws {
        try await Workspace.withSample { workspace in
            let other = try workspace.read(SampleChecklist.path)
            try workspace.write("checklists/other.yaml", other)
            let outcome = try await workspace.readiness("report", "checklists", "--format", format)
            #expect(outcome.status == 64 && outcome.stdout.isEmpty, "\(outcome)")
            #expect(outcome.stderr.contains("--output"), "\(outcome)")
            let one = try await workspace.readiness(
                "report", SampleChecklist.path, "--format", format)
            #expect(one.status == 1 && !one.stdout.isEmpty, "\(one)")
            let files = try await workspace.readiness(
                "report", "checklists", "--format", format, "--output", "out")
            #expect(files.status == 1, "\(files)")
        }
    }

    @Test("The page over all rollouts is written for every format")
    func page() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness(
                "report", "--all", "--format", "csv", "--format", "ics", "--output", "out")
            #expect(outcome.stdout.contains("out/README.md\n"), "\(outcome)")
            let page = try workspace.read("out/README.md")
            #expect(page.hasPrefix("# Portfolio: 1 rollout\n"))
            let name = try #require(page.firstMatch(of: /\]\(<([^>]*\.csv)>\)/)?.output.1)
            #expect(FileManager.default.fileExists(atPath: workspace.path("out/\(name)")))
            try workspace.write("out/README.md", "# Portfolio: my paintings\n")
            let foreign = try await workspace.readiness(
                "report", "--all", "--format", "csv", "--output", "out")
            #expect(foreign.stderr.contains("out/README.md is no page over rollouts"))
            #expect(try workspace.read("out/README.md") == "# Portfolio: my paintings\n")
        }
    }

    @Test("An old report of another ledger of the same size is refused")
    func otherLedger() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let old = try await workspace.readiness("report", SampleChecklist.path)
            try workspace.write("old.md", old.stdout)
            let own = try await workspace.readiness(
                "report", SampleChecklist.path, "--since", "old.md")
            #expect(own.stdout.contains("**Since "), "\(own)")
            try FileManager.default.removeItem(atPath: workspace.path(".readiness"))
            try await workspace.makeReady()
            let other = try await workspace.readiness(
                "report", SampleChecklist.path, "--since", "old.md")
            #expect(other.status == 65 && other.stdout.isEmpty, "\(other)")
            #expect(
                other.stderr.contains("old.md was made from another ledger than "), "\(other)")
        }
    }

    @Test("A mail from what is no address is refused")
    func sender() async throws {
        try await Workspace.withSample { workspace in
            for from in ["", "nobody", "a@b@c", "a@", "@b", "a@b>\r\nBcc: c@d", "Ann <a@b>"] {
                let outcome = try await workspace.readiness(
                    "digest", "--person", "bea@example.com", "--from", from)
                #expect(outcome.status == 64 && outcome.stdout.isEmpty, "\(outcome)")
                #expect(outcome.stderr.contains("--from takes an address"), "\(outcome)")
            }
        }
    }
}
