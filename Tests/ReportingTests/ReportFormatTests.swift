import CanonicalJSON
import Reporting
import Rollout
import Testing

struct ReportFormatTests {
    @Test("every format has a name and a file extension of its own")
    func names() {
        let all = ReportFormats.all
        #expect(all.map(\.name) == ["markdown", "json"])
        #expect(Set(all.map(\.fileExtension)).count == all.count)
        #expect(ReportFormats.named("json")?.fileExtension == "json")
        #expect(ReportFormats.named("pdf") == nil)
    }

    @Test("the same input gives the same bytes, whatever the order of a dictionary")
    func deterministic() throws {
        for format in ReportFormats.all {
            let first = format.render(try Self.input(factsInOrder: Array(0..<40)))
            for seed in 1...8 {
                let order = Array(0..<40).sorted { ($0 * 7 * seed) % 41 < ($1 * 7 * seed) % 41 }
                let again = format.render(try Self.input(factsInOrder: order))
                #expect(Array(first.utf8) == Array(again.utf8))
            }
        }
    }

    /// A report with many facts, put into their dictionary in an order of choice.
    private static func input(factsInOrder order: [Int]) throws -> ReportInput {
        let base = try HostileReport.input("plain").assessment
        var facts: [String: JSONValue] = [:]
        facts.reserveCapacity(order.first == 0 ? 40 : 400)
        for number in order { facts["fact-\(number)"] = ["b": .integer(Int64(number)), "a": 1] }
        let step = try #require(base.steps.first)
        let check = try #require(step.checks.first)
        let result = CheckResult(
            outcome: .met, reason: "r", observedAt: base.asOf, facts: facts)
        let changed = StepAssessment(
            step: step.step, status: step.status, reason: step.reason, due: step.due,
            dueBegins: step.dueBegins, dueLapses: step.dueLapses, isLate: step.isLate,
            checks: [
                CheckAssessment(
                    definition: check.definition, standing: .current, record: check.record,
                    result: result)
            ], signOffs: step.signOffs)
        return Make.input(
            Assessment(
                checklist: base.checklist, asOf: base.asOf, phases: base.phases, steps: [changed],
                waivers: base.waivers, records: base.records), count: 5)
    }

    @Test(
        "the JSON report has the members that programs rely on", arguments: ["sample", "hostile"])
    func jsonShape(_ name: String) throws {
        let input =
            name == "sample"
            ? try SampleReport().input() : try HostileReport.input("\"\\\u{0}\n\u{301}")
        let report = try JSONValue(jsonBytes: Array(JSONFormat().render(input).utf8))
        let assessment = input.assessment
        #expect(report["checklist"]?["id"]?.text == assessment.checklist.id)
        #expect(report["checklist"]?["title"]?.text == assessment.checklist.title)
        #expect(report["checklist"]?["digest"]?.text == assessment.checklist.digest.description)
        #expect(report["asOf"]?.text == "2025-09-29T06:00:00Z")
        let verdicts = try #require(report["verdicts"]?.items)
        #expect(verdicts.map { $0["phase"]?.text } == assessment.phases.map(\.phase.id))
        #expect(verdicts.map { $0["verdict"]?.text } == assessment.phases.map(\.verdict?.rawValue))
        for verdict in verdicts {
            #expect(verdict["starts"]?.text.flatMap(Instant.init(rfc3339:)) != nil)
            #expect(verdict["reasons"]?.items != nil)
        }
        let steps = try #require(report["steps"]?.items)
        #expect(steps.map { $0["id"]?.text } == assessment.steps.map(\.step.id))
        for step in steps {
            for key in ["role", "level", "due", "status", "reason"] {
                #expect(step[key]?.text != nil, "\(key)")
            }
            for check in try #require(step["checks"]?.items) {
                #expect(check["kind"]?.text != nil)
                #expect(check["reason"]?.text != nil)
                #expect(check["facts"]?.members != nil)
                #expect(check["findings"]?.items != nil)
                #expect((check["outcome"] == .null) == (check["observedAt"] == .null))
            }
            for signOff in try #require(step["signOffs"]?.items) {
                for key in ["principal", "role", "decision", "recordedAt", "why"] {
                    #expect(signOff[key]?.text != nil, "\(key)")
                }
                #expect(signOff["counts"]?.boolean != nil)
                #expect(signOff["authenticated"] == false)
            }
        }
        #expect(report["counts"]?["total"]?.integer == Int64(assessment.steps.count))
        #expect(report["ledger"]?["last"]?["digest"]?.text == input.ledger.last?.digest.description)
    }

    @Test("a check that was never carried out has no outcome in JSON")
    func neverCarriedOut() throws {
        let value = AssessmentJSON(try SampleReport().input().assessment).value
        let rollback = try #require(
            value["steps"]?.items?.first { $0["id"]?.text == "rollback" })
        let missing = try #require(rollback["checks"]?.items?.last)
        #expect(missing["outcome"] == .null)
        #expect(missing["standing"] == "missing")
        #expect(missing["reason"] == "It was never carried out.")
    }
}
