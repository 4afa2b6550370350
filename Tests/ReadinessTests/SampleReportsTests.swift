import ChecklistDecoding
import Foundation
import LedgerStorage
import LocatedYAML
import Reporting
import Rollout
import Testing

@Suite("The sample reports")
struct SampleReportsTests {
    /// One command of reports/README.md.
    struct Command: Sendable, CustomTestStringConvertible {
        let digest: String
        let asOf: Instant
        let settings: [String: String]
        var testDescription: String { asOf.rfc3339 }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("reports")

    /// The commands that the page tells a reader to run.
    static let commands: [Command] = {
        let page =
            (try? String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8))
            ?? ""
        return page.split(separator: "\n").filter { $0.hasPrefix("readiness report ") }.compactMap(
            command)
    }()

    private static func command(_ line: Substring) -> Command? {
        var words: [String] = []
        for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false)
            .enumerated()
        {
            words += index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        var settings: [String: String] = [:]
        var asOf: Instant?
        for (option, value) in zip(words, words.dropFirst()) {
            if option == "--as-of" { asOf = Instant(rfc3339: value) }
            if option == "--set", let sign = value.firstIndex(of: "=") {
                settings[String(value[..<sign])] = String(value[value.index(after: sign)...])
            }
        }
        guard words.count > 2, let asOf else { return nil }
        return Command(digest: words[2], asOf: asOf, settings: settings)
    }

    @Test("There are three of them, and every one is reached by a command")
    func count() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Self.commands.count == 3)
        #expect(files.filter { $0.hasPrefix("mc1169566-") && $0.hasSuffix(".md") }.count == 3)
    }

    @Test("Rendering one again gives the same bytes", arguments: SampleReportsTests.commands)
    func rendersAgain(_ command: Command) async throws {
        let ledger = TextLedger(
            path: Self.folder.appendingPathComponent("mc1169566.ledger.jsonl").path)
        let stored = try #require(try await ledger.text(matching: command.digest))
        let source = SourceText(path: command.digest, bytes: Array(stored.text.utf8))
        guard case .loaded(let loaded) = try ChecklistDecoder.read(source, chosen: command.settings)
        else {
            Issue.record("the text in the ledger is not a checklist")
            return
        }
        let records = try await ledger.records(of: nil)
        let name = "mc1169566-" + command.asOf.rfc3339.filter { $0 != "-" && $0 != ":" } + ".md"
        let written = try String(
            contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
        let assessment = loaded.checklist.assessment(of: records, asOf: command.asOf)
        let considered = records.filter { $0.recordedAt <= command.asOf }
        let words = try #require(
            written.split(separator: "\n").first { $0.contains("readiness report sha256:") })
        let report = ReportInput(
            assessment: assessment, tool: ReportInput.Tool(name: "readiness", version: "1.0.0"),
            ledger: ReportInput.LedgerExtent(
                count: considered.count,
                last: considered.last.map {
                    ReportInput.Position(sequence: $0.sequence, digest: $0.digest)
                }),
            command: Self.words(loaded, command))
        #expect(MarkdownFormat().render(report) == written)
        #expect(words.contains(command.digest))
    }

    private static func words(_ loaded: LoadedChecklist, _ command: Command) -> [String] {
        let chosen = command.settings.sorted { $0.key < $1.key }.flatMap {
            ["--set", "\($0.key)=\($0.value)"]
        }
        return [
            "readiness", "report", loaded.checklist.digest.description, "--as-of",
            command.asOf.rfc3339,
        ]
            + chosen
    }
}
