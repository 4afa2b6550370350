import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

@Suite("The plugin check")
struct PluginCheckTests {
    private static let folder = "/usr/lib/nagios/plugins"

    private static func run(_ words: String...) async throws -> CheckOutcome {
        let list = words.map { "'\($0)'" }.joined(separator: ", ")
        return try await CheckKind.plugin.outcome("run: [\(list)]", .granted)
    }

    @Test(
        "the plugins of Debian: each status as it is meant",
        arguments: [
            ("0", CheckOutcome.Outcome.met, 0), ("1", .met, 1), ("2", .unmet, 0),
            ("3", .undetermined, 0), ("4", .undetermined, 0),
        ])
    func dummy(_ status: String, _ wanted: CheckOutcome.Outcome, _ warnings: Int) async throws {
        let outcome = try await Self.run("\(Self.folder)/check_dummy", status, "said so")
        #expect(outcome.outcome == wanted, "\(outcome.summary)")
        #expect(outcome.warned.count == warnings)
        if warnings > 0 { #expect(outcome.warned == ["WARNING: WARNING: said so"]) }
    }

    @Test("performance data become facts, with units and limits")
    func measures() async throws {
        let outcome = try await Self.run(
            "\(Self.folder)/check_disk", "-w", "1%", "-c", "0%", "-p", "/")
        let measure = try #require(outcome.facts["measures"]?.items?.first, "\(outcome.summary)")
        #expect(measure["label"] == "/" && measure["minimum"] == "0")
        #expect(measure["unit"]?.text?.isEmpty == false && measure["warning"] != nil)
        let users = try await Self.run(
            "\(Self.folder)/check_procs", "-w", "0:99999", "-c", "0:99999")
        #expect(users.outcome == .met, "\(users.summary)")
    }

    @Test("what is no plugin never says OK")
    func strangers() async throws {
        try await Folder.temporary { folder in
            for script in [
                "exit 0", "echo; exit 0", "echo '|a=1'; exit 0", "exit 1", "kill -9 $$",
                "echo x; exit 127", "printf '\\342\\200\\213'; exit 0",
                "printf '\\357\\273\\277 \\033'; exit 1",
            ] {
                try folder.write("p", "#!/bin/sh\n\(script)\n".utf8, mode: 0o755)
                let outcome = try await Self.run(folder.path("p"))
                #expect(outcome.outcome == .undetermined, "\(script): \(outcome.summary)")
            }
            let missing = try await Self.run(folder.path("missing"))
            #expect(missing.outcome == .undetermined)
        }
    }

    @Test("nothing is run without trust")
    func trust() async throws {
        let outcome = try await CheckKind.plugin.outcome("run: [\(Self.folder)/check_dummy, 0]")
        #expect(outcome.code == .notTrusted)
    }

    @Test("the forms of the guidelines, and what has another form")
    func parse() {
        let output = PluginOutput(
            """
            DISK OK - free: 3326 MB | /=2643MB;5948;5958;0;5968 'a ''b'' =c'=1.5e3s
            / 15272 MB
            /var 819 MB | /var=-818;;@10:20 broken more=U x= =3
            '/home'=5% 'open
            """)
        #expect(output.summary == "DISK OK - free: 3326 MB")
        let labels = output.measures.map { "\($0.label) \($0.value)\($0.unit)" }
        #expect(labels == ["/ 2643MB", "a 'b' =c 1.5e3s", "/var -818", "more U", "/home 5%"])
        #expect(output.measures.first?.limits == ["5948", "5958", "0", "5968"])
        #expect(output.measures[2].limits == ["", "@10:20", "", ""])
        let lines = PluginOutput("OK\r\nmore|a=1\r\nb=2\r\n")
        #expect(lines.summary == "OK" && lines.measures.map(\.label) == ["a", "b"])
        let accent = PluginOutput("OK |\u{301}a=1\nmore |\u{301}b=2")
        #expect(accent.summary == "OK" && accent.measures.map(\.value) == ["1", "2"])
        #expect(PluginOutput("").measures.isEmpty && PluginOutput("").summary.isEmpty)
        #expect(PluginOutput(String(repeating: "'", count: 9999) + "|'''").measures.isEmpty)
    }
}
