import Foundation
import Testing

@Suite("The sample reports", .timeLimit(.minutes(10)))
struct SampleReportsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("reports")

    /// The commands that the page tells a reader to run.
    static let commands: [String] = {
        let page = folder.appendingPathComponent("README.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("readiness report ") }
            .map(String.init)
    }()

    @Test("There are three of them, and every one is reached by a command")
    func count() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Self.commands.count == 3)
        #expect(files.filter { $0.hasPrefix("mc1169566") && $0.hasSuffix(".md") }.count == 3)
    }

    @Test("The copies of evidence that they name are no two alike")
    func evidence() throws {
        let ledger = try String(
            contentsOf: Self.folder.appendingPathComponent("mc1169566.ledger.jsonl"),
            encoding: .utf8)
        let digests = ledger.matches(of: /"digest":"(sha256:[0-9a-f]{64})","name":"/).map(\.1)
        #expect(digests.count >= 12)
        #expect(Set(digests).count == digests.count)
    }

    @Test("The command gives the same bytes again", arguments: commands)
    func rendersAgain(_ command: String) async throws {
        try await Workspace.with { workspace in
            let words = command.replacing(
                "--output .", with: "--output '\(workspace.path("out"))'")
            try #require(words != command)
            let outcome = try await workspace.shell(
                "cd '\(Self.folder.path)' && \"$READINESS\""
                    + words.dropFirst("readiness".count))
            #expect((0...2).contains(outcome.status), "\(outcome)")
            let names = try workspace.names(in: "out")
            #expect(names.count == 1, "\(outcome)")
            for name in names {
                let committed = try Data(contentsOf: Self.folder.appendingPathComponent(name))
                let written = try Data(
                    contentsOf: URL(fileURLWithPath: workspace.path("out/\(name)")))
                #expect(committed == written, "\(name) differs")
            }
        }
    }
}
