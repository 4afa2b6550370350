import Characters
import Rollout

/// The steps as test cases, for pipelines that show JUnit's XML: only what is ready passes.
package struct JUnitFormat: ReportFormat {
    package let name = "junit"

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).xml", bytes: stream([report]))
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"readiness\">\n"
        for report in reports { Self.suite(report, to: &out) }
        out += "</testsuites>\n"
        return Array(out.utf8)
    }

    /// What a step comes to for a pipeline.
    private enum Result {
        case passed
        case failed, broken, skipped
    }

    private static func result(_ step: StepAssessment) -> Result {
        switch step.status {
        case .ready: return .passed
        case .notApplicable, .waived: return .skipped
        case .unknown: return .broken
        case .failing, .stale, .pending, .blocked: return .failed
        }
    }

    private static func suite(_ report: ReportInput, to out: inout String) {
        let assessment = report.assessment
        let results = assessment.steps.map(result)
        let name = ReportName.stem(of: assessment)
        func count(_ wanted: Result) -> Int { results.count { $0 == wanted } }
        out +=
            "<testsuite name=\"\(HTMLEscaping.text(name))\" tests=\"\(results.count)\" failures=\"\(count(.failed))\" errors=\"\(count(.broken))\" skipped=\"\(count(.skipped))\" timestamp=\"\(HTMLEscaping.text(String(assessment.asOf.rfc3339.prefix(19))))\">\n"
        out += "<properties>\n"
        property("title", assessment.checklist.title, to: &out)
        property("verdict", assessment.verdict.rawValue, to: &out)
        property("checklist", assessment.checklist.digest.description, to: &out)
        property("scope", ScopeWording.words(assessment.checklist), to: &out)
        property("ledger.size", "\(report.ledger.size)", to: &out)
        property("ledger.root", report.ledger.root.description, to: &out)
        out += "</properties>\n"
        for (step, result) in zip(assessment.steps, results) {
            testCase(step, result, assessment.checklist, report.facts.context, to: &out)
        }
        out += "</testsuite>\n"
    }

    private static func property(_ name: String, _ value: String, to out: inout String) {
        out += "<property name=\"\(name)\" value=\"\(HTMLEscaping.text(value))\"/>\n"
    }

    private static func testCase(
        _ step: StepAssessment, _ result: Result, _ checklist: Checklist,
        _ context: WordingContext, to out: inout String
    ) {
        let id = HTMLEscaping.text(step.step.id.text)
        out +=
            "<testcase classname=\"\(HTMLEscaping.text("\(checklist.id).\(step.step.role)"))\" name=\"\(id)\">"
        let why = HTMLEscaping.text(StepWording.sentence(step.reason, context))
        let state = HTMLEscaping.text(StepState(step).words)
        switch result {
        case .passed: break
        case .failed: out += "<failure type=\"\(state)\" message=\"\(state): \(why)\"/>"
        case .broken: out += "<error type=\"\(state)\" message=\"\(state): \(why)\"/>"
        case .skipped: out += "<skipped message=\"\(state): \(why)\"/>"
        }
        out += "</testcase>\n"
    }
}
