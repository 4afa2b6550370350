import Characters
import Rollout

/// The verdict and the steps as test cases, for pipelines that show JUnit's XML: only GO passes, and
/// only what is ready.
///
/// The verdict of a forecast passes nothing.
package struct JUnitFormat: ReportFormat {
    package let name = "junit"
    package let mediaType = "application/xml"

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        let places = RolloutPlaces(of: reports)
        return zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).xml", bytes: Self.bytes([report], places))
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        Self.bytes(reports, RolloutPlaces(of: reports))
    }

    /// The name of a suite is the same from run to run: a pipeline holds one against the next.
    private static func bytes(_ reports: [ReportInput], _ places: RolloutPlaces) -> [UInt8] {
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"readiness\">\n"
        for report in reports {
            let name = ScopeWording.named(report.assessment.checklist)
            suite(report, "\(name) in \(places.name(of: report))", to: &out)
        }
        out += "</testsuites>\n"
        return Array(out.utf8)
    }

    /// What a step comes to for a pipeline.
    private enum Result {
        case passed
        case failed, broken, skipped
    }

    private static func result(_ step: StepAssessment) -> Result {
        switch StepState(step) {
        case .ready: return .passed
        case .notApplicable, .waived, .resting: return .skipped
        case .unknown: return .broken
        case .failing, .stale, .pending, .blocked: return .failed
        }
    }

    private static func suite(
        _ report: ReportInput, _ name: String, to out: inout String
    ) {
        let assessment = report.assessment
        // A waiver lets a rollout go on, and is no test that passed; nor is a forecast.
        let whole: Result =
            switch assessment.verdict {
            case .go: report.isForecast ? .skipped : .passed
            case .conditional: .skipped
            case .noGo: .failed
            }
        let results = [whole] + assessment.steps.map(result)
        func count(_ wanted: Result) -> Int { results.count { $0 == wanted } }
        out +=
            "<testsuite name=\"\(HTMLEscaping.text(name))\" tests=\"\(results.count)\" failures=\"\(count(.failed))\" errors=\"\(count(.broken))\" skipped=\"\(count(.skipped))\" timestamp=\"\(HTMLEscaping.text(String(assessment.asOf.rfc3339.prefix(19))))\">\n"
        out += "<properties>\n"
        property("title", assessment.checklist.title, to: &out)
        property("verdict", report.verdictWords, to: &out)
        for caveat in report.caveats {
            property("caveat.\(caveat.kind.rawValue)", report.sentence(caveat), to: &out)
        }
        property("checklist", assessment.checklist.digest.description, to: &out)
        property("scope", ScopeWording.words(assessment.checklist), to: &out)
        property("ledger.size", "\(report.ledger.size)", to: &out)
        property("ledger.root", report.ledger.root.description, to: &out)
        out += "</properties>\n"
        testCase(
            "\(report.forecastMark)verdict", of: assessment.checklist.owner, whole,
            report.verdictWords, reasons(report), assessment.checklist,
            output: report.caveatSentences, to: &out)
        for (step, result) in zip(assessment.steps, results.dropFirst()) {
            testCase(
                step.step.id.text, of: step.step.role, result, StepState(step).words,
                StepWording.sentence(step, report.facts.context), assessment.checklist,
                to: &out)
        }
        out += "</testsuite>\n"
    }

    private static func property(_ name: String, _ value: String, to out: inout String) {
        out += "<property name=\"\(name)\" value=\"\(HTMLEscaping.text(value))\"/>\n"
    }

    /// Why each phase is not GO, as far as it is about no step; that there is none, where no phase has a
    /// verdict.
    private static func reasons(_ report: ReportInput) -> String {
        let phases = report.assessment.phases
        guard phases.contains(where: { $0.headline != nil }) else {
            return "No phase has a verdict, so nothing shows readiness."
        }
        return phases.flatMap { phase -> [String] in
            guard let headline = phase.headline, headline != .go else { return [] }
            let words =
                PhaseWording.holds(phase, report.facts.context)
                + [PhaseWording.ended(phase)].compactMap(\.self)
            return ["\(phase.phase.title) is \(headline.rawValue)."] + words
        }.joined(separator: " ")
    }

    private static func testCase(
        _ name: String, of role: RoleID, _ result: Result, _ state: String, _ why: String,
        _ checklist: Checklist, output: [String] = [], to out: inout String
    ) {
        let (state, why) = (HTMLEscaping.text(state), HTMLEscaping.text(why))
        out +=
            "<testcase classname=\"\(HTMLEscaping.text("\(checklist.id).\(role)"))\" name=\"\(HTMLEscaping.text(name))\">"
        switch result {
        case .passed: break
        case .failed: out += "<failure type=\"\(state)\" message=\"\(state): \(why)\"/>"
        case .broken: out += "<error type=\"\(state)\" message=\"\(state): \(why)\"/>"
        case .skipped: out += "<skipped message=\"\(state): \(why)\"/>"
        }
        if !output.isEmpty {
            out += "<system-out>\(HTMLEscaping.text(output.joined(separator: " ")))</system-out>"
        }
        out += "</testcase>\n"
    }
}
