import Characters
import Rollout

/// The rollouts as metrics, for the textfile collector of Prometheus.
package struct PrometheusFormat: ReportFormat {
    package let name = "prometheus"
    package let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        let places = RolloutPlaces(of: reports)
        return zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).prom", bytes: Self.bytes([report], places))
        }
    }

    /// What is measured, in the order of the file.
    private enum Metric: String, CaseIterable {
        case rolloutVerdict = "rollout_verdict"
        case verdict
        case caveats
        case openConditions = "open_conditions"
        case phaseStart = "phase_start_seconds"
        case holdsUntil = "holds_until_seconds"
        case steps
        case lateSteps = "late_steps"
        case siteLastSeen = "site_last_seen_seconds"
        case siteMissing = "site_missing_steps"
        case siteCountsUntil = "site_counts_until_seconds"
        case asOf = "as_of_seconds"
        case ledgerEntries = "ledger_entries"
        case ledgerInfo = "ledger_info"

        var name: String { "readiness_\(rawValue)" }

        var help: String {
            switch self {
            case .rolloutVerdict: return "1 for the verdict of the whole."
            case .verdict: return "1 for the verdict that a phase has."
            case .caveats: return "What is to be known beside the verdict, by its kind."
            case .openConditions: return "What keeps a phase from GO."
            case .phaseStart: return "When a phase starts."
            case .holdsUntil: return "When a verdict ends to hold."
            case .steps: return "Steps by their state."
            case .lateSteps: return "Steps that are late."
            case .siteLastSeen: return "When a site last looked; 0 where it never did."
            case .siteMissing: return "The steps that wait for a site."
            case .siteCountsUntil: return "Until when the first of what a site saw counts."
            case .asOf: return "The instant that was judged."
            case .ledgerEntries: return "The entries that were judged."
            case .ledgerInfo: return "1 for the root over these entries."
            }
        }
    }

    /// The values of each metric; all values of one stand together.
    private struct Samples {
        private(set) var lines: [Metric: [String]] = [:]

        mutating func add(_ metric: Metric, _ labels: [(String, String)], _ value: Int) {
            let words = labels.map { "\($0.0)=\"\(PrometheusFormat.label($0.1))\"" }
            lines[metric, default: []].append(
                "\(metric.name){\(words.joined(separator: ","))} \(value)\n")
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        Self.bytes(reports, RolloutPlaces(of: reports))
    }

    private static func bytes(_ reports: [ReportInput], _ places: RolloutPlaces) -> [UInt8] {
        var samples = Samples()
        for report in reports { add(report, places, to: &samples) }
        var out = SharedSentences.all(of: reports, \.caveatSentences)
            .map { "# \(InertText.lines(VisibleText.line($0)))\n" }.joined()
        for metric in Metric.allCases {
            guard let lines = samples.lines[metric] else { continue }
            out += "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) gauge\n"
            out += lines.joined()
        }
        return Array(out.utf8)
    }

    private static func add(
        _ report: ReportInput, _ places: RolloutPlaces, to samples: inout Samples
    ) {
        let assessment = report.assessment
        let checklist = assessment.checklist
        var own = [
            ("checklist", checklist.id), ("place", checklist.rollout.place),
            ("scope", ScopeWording.words(checklist)),
        ]
        // Two series of the same labels are one for Prometheus, and an error.
        if places.isShared(by: report) { own.append(("source", report.source)) }
        // The verdict of a forecast has another name: whoever asks for GO is not told of one.
        func add(_ metric: Metric, _ verdict: Verdict, _ labels: [(String, String)]) {
            for other in Verdict.allCases {
                samples.add(
                    metric, labels + [("verdict", report.words(other))], other == verdict ? 1 : 0)
            }
        }
        add(.rolloutVerdict, assessment.verdict, own)
        for phase in assessment.phases {
            guard let headline = phase.headline else { continue }
            let labels = own + [("phase", phase.phase.id.text)]
            add(.verdict, headline, labels)
            samples.add(.openConditions, labels, phase.current.conditions)
            if phase.phase.start != .toBeAnnounced {
                samples.add(.phaseStart, labels, seconds(phase.starts))
            }
            if let until = phase.holdsUntil { samples.add(.holdsUntil, labels, seconds(until)) }
        }
        let caveats = report.caveats
        for kind in Caveat.Kind.allCases {
            let count = caveats.lazy.filter { $0.kind == kind }.reduce(0) { $0 + $1.count }
            samples.add(.caveats, own + [("kind", kind.rawValue)], count)
        }
        for state in StepState.allCases {
            samples.add(.steps, own + [("state", state.words)], report.facts.counts[state])
        }
        samples.add(.lateSteps, own, report.facts.counts.late)
        for site in assessment.sites where !site.asked.isEmpty {
            let labels = own + [("site", site.site.id.text)]
            samples.add(.siteLastSeen, labels, site.lastSeen.map(seconds) ?? 0)
            samples.add(.siteMissing, labels, site.missing.count)
            if let until = site.countsUntil {
                samples.add(.siteCountsUntil, labels, seconds(until))
            }
        }
        samples.add(.asOf, own, seconds(assessment.asOf))
        samples.add(.ledgerEntries, own, report.ledger.size)
        samples.add(.ledgerInfo, own + [("root", report.ledger.root.description)], 1)
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
