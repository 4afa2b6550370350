import Foundation
import Testing

@Suite("The sample reports", .timeLimit(.minutes(10)))
struct SampleReportsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("reports")

    /// A line that the page tells a reader to run.
    struct Command: CustomTestStringConvertible, Sendable {
        /// The folder that it is run in, within that of the samples.
        let folder: String
        let words: String
        /// The folder that it writes into, from where it is run; nil for one that writes to stdout.
        let output: String?

        init(_ line: Substring) {
            let isInside = line.hasPrefix("cd portfolio && ")
            folder = isInside ? "portfolio" : "."
            words = String(isInside ? line.dropFirst(16) : line)
            output = words.firstMatch(of: /--output ([a-z.]+)/).map { String($0.output.1) }
        }

        var testDescription: String { String(words.suffix(60)) }
    }

    static let commands: [Command] = {
        let page = folder.appendingPathComponent("README.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter {
            $0.hasPrefix("readiness ") || $0.hasPrefix("cd portfolio && ")
        }.map(Command.init)
    }()

    @Test("Every file is reached by a command")
    func count() throws {
        #expect(Self.commands.count == 6)
        let count = { (folder: String, endings: [String]) in
            try FileManager.default.contentsOfDirectory(
                atPath: Self.folder.appendingPathComponent(folder).path
            ).count { name in endings.contains { name.hasSuffix($0) } }
        }
        #expect(try count(".", ["Z.md"]) == 3)
        #expect(
            try count(
                "formats",
                [
                    "Z.md", ".html", "Z.json", ".xml", ".csv", ".ics", ".prom", ".oscal.json",
                    ".summary.md", ".card.json", ".eml",
                ]) == 11)
        #expect(try count("portfolio", [".md"]) == 7)
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

    /// The sections of a report by their headings; the first screen stands under nothing.
    private static func sections(_ text: String) -> [String: Int] {
        var sizes: [String: Int] = [:]
        var heading = ""
        var isFolded = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
            // What is folded is for auditors.
            if line == "<details>" { isFolded = true }
            if line == "</details>" { isFolded = false }
            if isFolded { continue }
            sizes[heading, default: 0] += line.utf8.count + 1
        }
        return sizes
    }

    @Test("What the board and the team read has at most 22 KB, and the first screen 45 lines")
    func size() throws {
        let evidence = [
            "The announcement", "Evidence, step by step", "Certificates that checks saw",
            "Sign-offs and rejections", "Evidence files",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        for name in names where name.hasPrefix("mc1169566") && name.hasSuffix("Z.md") {
            let text = try String(
                contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
            let sizes = Self.sections(text)
            #expect(evidence.prefix(2).allSatisfy { sizes[$0] != nil }, "\(name)")
            let read = sizes.filter { !evidence.contains($0.key) }.map(\.value).reduce(0, +)
            #expect(read <= 22 * 1024, "\(name): \(read) bytes")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.prefix { !$0.hasPrefix("## ") }.count <= 45)
        }
    }

    @Test("The command gives the same bytes again", arguments: commands)
    func rendersAgain(_ command: Command) async throws {
        try await Workspace.with { workspace in
            let folder = Self.folder.appendingPathComponent(command.folder)
            guard let output = command.output else {
                let words = command.words.split(separator: " > ").map(String.init)
                try #require(words.count == 2)
                let outcome = try await workspace.shell(
                    "cd '\(folder.path)' && \"$READINESS\"\(words[0].dropFirst(9))")
                let stored = try Data(contentsOf: folder.appendingPathComponent(words[1]))
                #expect(outcome.stdout.utf8.elementsEqual(stored), "\(outcome)")
                return
            }
            let words = command.words.replacing(
                "--output \(output)", with: "--output '\(workspace.path("out"))'")
            let outcome = try await workspace.shell(
                "cd '\(folder.path)' && \"$READINESS\"\(words.dropFirst(9))")
            #expect((0...2).contains(outcome.status), "\(outcome)")
            let names = try workspace.names(in: "out")
            #expect(!names.isEmpty, "\(outcome)")
            for name in names {
                let committed = try Data(
                    contentsOf: folder.appendingPathComponent(output).appendingPathComponent(name))
                let written = try Data(
                    contentsOf: URL(fileURLWithPath: workspace.path("out/\(name)")))
                #expect(committed == written, "\(name) differs")
            }
        }
    }
}
