import CanonicalJSON
import Reporting
import Rollout
import Testing

struct ReportFormatTests {
    @Test("every format has a name of its own")
    func names() {
        let all = ReportFormats.all
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(all.first?.name == "markdown")
        #expect(ReportFormats.named("json")?.name == "json")
        #expect(ReportFormats.named("pdf") == nil)
    }

    @Test("every format writes one file for each report, each with a name of its own")
    func files() throws {
        let reports = try TargetReports.inputs()
        for format in ReportFormats.all {
            let files = format.render(reports)
            #expect(files.count == reports.count)
            guard format.name != "github" else { continue }
            #expect(Set(files.map(\.name)).count == files.count)
            #expect(format.render([]).isEmpty)
            #expect(format.stream([reports[0]]) == files[0].bytes)
        }
    }

    @Test("every format carries the number of entries and the root that it was made from")
    func checkpoint() throws {
        let assessment = try SampleReport().input().assessment
        let report = Make.input(assessment, size: 27_182)
        for format in ReportFormats.all {
            for bytes in format.render([report]).map(\.bytes) + [format.stream([report])] {
                // A calendar folds its lines.
                let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
                #expect(text.contains(report.ledger.root.hex), "\(format.name)")
                #expect(text.contains("27182"), "\(format.name)")
            }
        }
    }

    @Test("the same input gives the same bytes, whatever the order of a dictionary")
    func deterministic() throws {
        for format in ReportFormats.all {
            let first = format.render([try Self.input(factsInOrder: Array(0..<40))])
            for seed in 1...8 {
                let order = Array(0..<40).sorted { ($0 * 7 * seed) % 41 < ($1 * 7 * seed) % 41 }
                #expect(first == format.render([try Self.input(factsInOrder: order)]))
            }
        }
    }

    /// A report with many parameters, put into their dictionary in an order of choice.
    private static func input(factsInOrder order: [Int]) throws -> ReportInput {
        var facts: [String: JSONValue] = [:]
        facts.reserveCapacity(order.first == 0 ? 40 : 400)
        for number in order { facts["fact-\(number)"] = ["b": .integer(Int64(number)), "a": 1] }
        let base = try HostileReport.input("plain").assessment
        let step = try #require(base.steps.first)
        let check = try #require(step.checks.first)
        let report = try Make.report(
            "plain", observedAt: "2025-09-29T06:00:00Z", facts: .inline(JSONText(.object(facts))))
        let changed = StepAssessment(
            step: step.step, status: step.status, reason: step.reason, due: step.due,
            dueBegins: step.dueBegins, dueLapses: step.dueLapses,
            checks: [
                CheckAssessment(
                    definition: check.definition, freshness: .current, entry: check.entry,
                    report: report)
            ])
        return Make.input(
            Assessment(
                checklist: base.checklist, asOf: base.asOf, phases: base.phases, steps: [changed]))
    }

    @Test("every format says what was taken back, replaced, and signed for what is gone")
    func saysTheSame() throws {
        let input = try SampleReport().input()
        for format in [MarkdownFormat(), HTMLFormat(), JSONFormat()] as [any ReportFormat] {
            let text = format.text(input)
            for words in [
                "The checklist no longer has the step.",
                "It was signed for tenant south, not for north.",
                "A newer decision replaced it (entry 11).",
                "It differs from the evidence: the owner decided GO, and the evidence says NO-GO.",
                "Signed for the wrong step.",
            ] {
                #expect(text.contains(words), "\(format.name): \(words)")
            }
        }
    }

    @Test("every step's reason reads the same in every format and in the terminal")
    func sameReasons() throws {
        let input = try SampleReport().input()
        let json = try JSONValue(jsonBytes: JSONFormat().stream([input]))
        let steps = try #require(json["steps"]?.items)
        let table = StatusTable(width: 1000, colour: false).lines(for: input)
        let markdown = MarkdownFormat().text(input)
        for (step, value) in zip(input.assessment.steps, steps) {
            let sentence = StepWording.sentence(step.reason, input.facts.context)
            #expect(value["reason"]?["text"]?.text == sentence)
            #expect(table.contains { $0.contains(sentence) })
            guard step.status != .ready || step.isTainted else { continue }
            let brief = StepWording.brief(step.reason, input.facts.context)
            #expect(markdown.contains(MarkdownEscaping.text(brief)), "\(brief)")
        }
    }
}
