import Reporting
import Rollout
import Testing

/// What a change manager reads first.
struct FirstScreenTests {
    /// The lines up to the first section.
    static func screen(_ report: ReportInput) -> [Substring] {
        let lines = MarkdownFormat().text(report).split(
            separator: "\n", omittingEmptySubsequences: false)
        return Array(lines.prefix { !$0.hasPrefix("## ") })
    }

    @Test("it has at most 45 lines for twenty steps, whatever stands there", arguments: 0..<40)
    func length(_ seed: Int) throws {
        let screen = Self.screen(try CrowdedReport(seed: seed).input())
        #expect(screen.count <= 45, "\(screen.joined(separator: "\n"))")
        #expect(!screen.contains { $0.contains("<details>") })
    }

    @Test("what fails because a step that it needs fails is folded below it")
    func roots() throws {
        let report = try CrowdedReport.chain()
        let screen = Self.screen(report).joined(separator: "\n")
        let row = try #require(screen.split(separator: "\n").first { $0.contains("refused") })
        #expect(row.contains("Waits for it: [`s1`](#step-2) and [`s2`](#step-3)."))
        #expect(row.contains("`anna@example.com`"))
        #expect(screen.split(separator: "\n").count { $0.contains("[`s2`]") } == 1)
        #expect(screen.contains("| Open conditions: 3 |"))
    }

    @Test("who is late comes first, and is called by name")
    func order() throws {
        let report = try CrowdedReport(seed: 3).input()
        let context = report.facts
        let rows = Self.screen(report).filter { $0.hasPrefix("| [`s") }
        let late = rows.map { $0.contains("**late by") }
        #expect(late == late.sorted { $0 && !$1 })
        #expect(!context.late.isEmpty)
        #expect(rows.allSatisfy { $0.contains("@example.com`") })
    }

    @Test("the audience chooses sections, and the first screen is the same for all")
    func audiences() throws {
        let all = try CrowdedReport(seed: 1).input()
        let whole = MarkdownFormat().text(all)
        for audience in ReportSelection.Audience.allCases {
            let report = try CrowdedReport(seed: 1).input(ReportSelection(audience: audience))
            let text = MarkdownFormat().text(report)
            #expect(text.utf8.count < whole.utf8.count)
            #expect(text.contains("--audience \(audience.rawValue)"))
            #expect(text.contains("## Evidence, step by step") == (audience == .auditor))
            #expect(text.contains("## Timeline") == (audience != .auditor))
            func plain(_ report: ReportInput) -> [String] {
                // Without an appendix there is nothing to link to.
                Self.screen(report).map {
                    String($0).replacing(/\[(`[^`]*`)\]\(#step-\d+\)/) { String($0.output.1) }
                }
            }
            #expect(plain(report) == plain(all))
        }
    }

    @Test("a role or a person lists its own steps, and says of how many")
    func ownSteps() throws {
        let report = try CrowdedReport(seed: 1).input(ReportSelection(people: ["anna@example.com"]))
        let text = MarkdownFormat().text(report)
        #expect(text.contains("Listed are "))
        #expect(text.contains("of 20 steps, those of `anna@example.com`."))
        #expect(text.contains("| A |"))
        #expect(!text.contains("| C | Status"))
    }
}
