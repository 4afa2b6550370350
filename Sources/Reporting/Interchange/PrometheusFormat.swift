import Characters
import Rollout

/// The rollouts as metrics, for the textfile collector of Prometheus.
package struct PrometheusFormat: ReportFormat {
    package let name = "prometheus"

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).prom", bytes: stream([report]))
        }
    }

    /// A metric with its values; all values of one stand together.
    private struct Metric {
        let name: String
        let help: String
        var samples: [String] = []

        mutating func add(_ labels: [(String, String)], _ value: Int) {
            let words = labels.map { "\($0.0)=\"\(PrometheusFormat.label($0.1))\"" }
            samples.append("\(name){\(words.joined(separator: ","))} \(value)")
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        var metrics = [
            Metric(name: "readiness_rollout_verdict", help: "1 for the verdict of the whole."),
            Metric(name: "readiness_verdict", help: "1 for the verdict that a phase has."),
            Metric(name: "readiness_open_conditions", help: "What keeps a phase from GO."),
            Metric(name: "readiness_phase_start_seconds", help: "When a phase starts."),
            Metric(name: "readiness_holds_until_seconds", help: "When a verdict ends to hold."),
            Metric(name: "readiness_steps", help: "Steps by their state."),
            Metric(name: "readiness_late_steps", help: "Steps that are late."),
            Metric(name: "readiness_as_of_seconds", help: "The instant that was judged."),
            Metric(name: "readiness_ledger_entries", help: "The entries that were judged."),
            Metric(name: "readiness_ledger_info", help: "1 for the root over these entries."),
        ]
        for report in reports { Self.add(report, to: &metrics) }
        var out = reports.flatMap(\.caveats).map { "# \(InertText.lines(VisibleText.line($0)))\n" }
            .joined()
        for metric in metrics where !metric.samples.isEmpty {
            out += "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) gauge\n"
            out += metric.samples.map { $0 + "\n" }.joined()
        }
        return Array(out.utf8)
    }

    private static func add(_ report: ReportInput, to metrics: inout [Metric]) {
        let assessment = report.assessment
        let checklist = assessment.checklist
        let own = [
            ("checklist", checklist.id), ("place", checklist.rollout.place),
            ("scope", ScopeWording.words(checklist)),
        ]
        func verdicts(_ verdict: Verdict, _ labels: [(String, String)], to metric: inout Metric) {
            for other in Verdict.allCases {
                metric.add(labels + [("verdict", other.rawValue)], other == verdict ? 1 : 0)
            }
        }
        verdicts(assessment.verdict, own, to: &metrics[0])
        for phase in assessment.phases {
            guard let headline = phase.headline else { continue }
            let labels = own + [("phase", phase.phase.id.text)]
            verdicts(headline, labels, to: &metrics[1])
            metrics[2].add(labels, phase.current.conditions)
            if phase.phase.start != .toBeAnnounced { metrics[3].add(labels, seconds(phase.starts)) }
            if let until = phase.holdsUntil { metrics[4].add(labels, seconds(until)) }
        }
        for state in StepState.allCases {
            metrics[5].add(own + [("state", state.words)], report.facts.counts[state])
        }
        metrics[6].add(own, report.facts.counts.late)
        metrics[7].add(own, seconds(assessment.asOf))
        metrics[8].add(own, report.ledger.size)
        metrics[9].add(own + [("root", report.ledger.root.description)], 1)
    }

    private static func seconds(_ instant: Instant) -> Int { Int(instant.milliseconds / 1000) }

    /// A label's value; backslashes and quotation marks take a backslash.
    private static func label(_ text: String) -> String {
        var out = ""
        for scalar in InertText.lines(VisibleText.line(text)).unicodeScalars {
            if scalar == "\\" || scalar == "\"" { out += "\\" }
            out.unicodeScalars.append(scalar)
        }
        return out
    }
}
