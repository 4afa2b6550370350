import Foundation
import Reporting
import Rollout
import Testing

/// Nothing is said twice: a sentence that stands in a report again and again says nothing.
struct RepetitionTests {
    /// The sentences of a text with the number of times that each stands there; words in quotation
    /// are an author's, and code is no sentence.
    static func sentences(_ markdown: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for line in markdown.split(separator: "\n") where !line.hasPrefix(">") {
            for cell in line.split(separator: "|") {
                let words = cell.replacing("`", with: "").replacing("*", with: "")
                for sentence in words.replacing(". ", with: ".\u{1}").split(separator: "\u{1}") {
                    let text = sentence.trimmingCharacters(in: CharacterSet.whitespaces)
                    guard text.hasSuffix("."), text.split(separator: " ").count >= 3 else {
                        continue
                    }
                    counts[text, default: 0] += 1
                }
            }
        }
        return counts
    }

    @Test("no sentence occurs more than three times", arguments: SnapshotTests.cases.prefix(2))
    func sample(_ snapshot: SnapshotTests.Case) throws {
        let often = Self.sentences(MarkdownFormat().text(try snapshot.input()))
            .filter { $0.value > 3 }
        #expect(often.isEmpty, "\(often)")
    }

    @Test("nor where all steps are open", arguments: 0..<12)
    func crowded(_ seed: Int) throws {
        let text = MarkdownFormat().text(try CrowdedReport(seed: seed).input())
        let often = Self.sentences(text).filter { $0.value > 3 && !$0.key.contains("Step number") }
        #expect(often.isEmpty, "\(often)")
    }

    @Test("nor where steps do not apply, sign-offs are for other words, and sites are silent")
    func grouped() throws {
        let idle = (0..<6).map { number in
            JudgedReport.step(
                StepID("idle\(number)"),
                applicability: .doesNotApply([
                    Mismatch(parameter: "devices", value: "no", wanted: ["yes"])
                ]))
        }
        let signed = (0..<6).map { number in
            JudgedReport.step(StepID("signed\(number)"), signOff: SignOffRule(roles: ["ops"]))
        }
        let seen = JudgedReport.step("seen", checks: true, sites: JudgedReport.sites)
        let entries = try (0..<6).map { number in
            try Make.entry(
                number + 1, at: "2025-10-04T12:00:00Z", by: "bob@example.com",
                step: StepID("signed\(number)"), role: "ops",
                .signOff(SignOff(choice: .approve, note: "n", evidence: [])))
        }
        let report = try JudgedReport.input(idle + signed + [seen], entries: entries)
        let text = MarkdownFormat().text(report)
        for words in [
            "It does not apply: devices is no, not yes.",
            "It was made for another wording of the step.", "seen waits for",
        ] {
            let count = text.components(separatedBy: words).count - 1
            #expect(1...3 ~= count, "\(words): \(count)")
        }
        #expect(
            report.caveatSentences.contains(
                "seen waits for 4 sites: fra, ams, lon and par have never looked. Whom to call: Europe (eva@example.com)."
            ), "\(report.caveatSentences)")
        let often = Self.sentences(text).filter { $0.value > 3 }
        #expect(often.isEmpty, "\(often)")
    }

    @Test("the lint finds what is said too often")
    func finds() {
        let text = "| a | It is all there. |\n| b | It is all there. |\n\nBut. It is all there.\n"
        #expect(Self.sentences(text) == ["It is all there.": 3])
    }

    @Test("a section that has nothing to say is not there, nor a column of nothing")
    func nothingEmpty() throws {
        for text in try [EmptyReport.input(), SampleReport().input()].map({
            MarkdownFormat().text($0)
        }) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (line, next) in zip(lines, lines.dropFirst(2)) where line.hasPrefix("## ") {
                #expect(!next.hasPrefix("## ") && !next.isEmpty, "\(line)")
            }
            #expect(!text.contains("None recorded."))
            #expect(!text.contains("| 0 | 0 |"))
        }
    }
}
