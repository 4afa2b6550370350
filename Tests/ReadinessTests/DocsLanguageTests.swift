import ChecklistDecoding
import Fields
import Foundation
import LocatedYAML
import Reporting
import Testing

@Suite("The page about the checklist language")
struct DocsLanguageTests {
    private static let path = "docs/language.md"

    /// The examples of the page: one whole checklist, and parts that stand in its place.
    static let examples = DocsFencedBlock.all(in: (try? DocsTree.text(path)) ?? "")
        .filter { ["yaml", "yaml checklist"].contains($0.info) }

    /// The step sets that examples use.
    private static let sets = DocsFencedBlock.all(in: (try? DocsTree.text(path)) ?? "")
        .filter { $0.info == "yaml set" }.map { Array($0.text.utf8) }

    @Test("It has one whole checklist, and an example for every part of the language")
    func coverage() {
        #expect(Self.examples.filter { $0.info == "yaml checklist" }.count == 1)
        let keys = Set(Self.examples.flatMap { Self.parts(of: $0.text).map(\.key) })
        let wanted = ChecklistSchema.shape.fields.map(\.key)
        #expect(wanted.filter { !keys.contains($0) } == [])
    }

    @Test("Every example is a checklist without a mistake", arguments: DocsLanguageTests.examples)
    func lints(_ example: DocsFencedBlock) throws {
        let whole = try #require(Self.examples.first { $0.info == "yaml checklist" })
        let text = example.info == "yaml" ? Self.text(whole.text, with: example.text) : example.text
        // The files of sets are not there, but their texts are on the page.
        let usesSets = text.contains("\nuse:")
        let outcome = try ChecklistDecoder.read(
            Array(text.utf8),
            of: usesSets ? .digest(prefix: "00000000") : .path(example.testDescription),
            with: Self.sets, place: "c.yaml")
        // Where an example stands in the place of some keys, others may have lost their use.
        let ofParts = ["unused-role", "unused-parameter", "unaddressed-effect"]
        let mistakes = outcome.diagnostics.filter {
            example.info != "yaml" || !ofParts.contains($0.code)
        }
        #expect(mistakes.map { DiagnosticText.render($0) } == [])
    }

    @Test("The tables of keys are those of the program")
    func tables() throws {
        let page = try DocsTree.text(Self.path)
        let begin = "<!-- keys: begin -->\n"
        let end = "<!-- keys: end -->\n"
        let start = try #require(page.range(of: begin))
        let stop = try #require(page.range(of: end))
        let wanted =
            page[..<start.upperBound] + "\n" + LanguageReference.markdown + "\n"
            + page[stop.lowerBound...]
        try DocsTree.expect(Self.path, is: String(wanted))
    }

    /// The parts of a checklist by their key at the margin, each with its lines.
    private static func parts(of text: String) -> [(key: String, text: String)] {
        var parts: [(key: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isKey = line.utf8.first.map { (97...122).contains($0) } ?? false
            if isKey, let colon = line.firstIndex(of: ":") {
                parts.append((String(line[..<colon]), "\(line)\n"))
            } else if !parts.isEmpty {
                parts[parts.count - 1].text += "\(line)\n"
            }
        }
        return parts
    }

    /// A checklist with the parts of another in place of its own.
    private static func text(_ whole: String, with example: String) -> String {
        let new = parts(of: example)
        let kept = parts(of: whole).filter { part in !new.contains { $0.key == part.key } }
        return (kept + new).map(\.text).joined()
    }
}
