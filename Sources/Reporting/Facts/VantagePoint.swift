import CanonicalJSON
import Rollout

/// Where the checks that count were carried out, and what they spoke to.
package struct VantagePoint: Hashable, Sendable {
    /// Nil where the place has no name.
    package let site: String?
    package let host: String
    package let count: Int

    /// An address that was dialled or asked in place of the public one.
    package struct Detour: Hashable, Sendable {
        package let host: String
        package let dialled: String
        /// The places of the steps whose checks went there.
        package let steps: [Int]
    }

    static func all(in assessment: Assessment) -> [VantagePoint] {
        var counts: [String: (site: String?, host: String, count: Int)] = [:]
        var order: [String] = []
        for check in assessment.steps.flatMap(\.checks) {
            for entry in check.entries {
                guard case .check(let report) = entry.statement.body else { continue }
                let key =
                    "\(entry.statement.site?.utf8.count ?? -1) \(entry.statement.site ?? "") \(report.host)"
                if counts[key] == nil { order.append(key) }
                counts[key, default: (entry.statement.site, report.host, 0)].count += 1
            }
        }
        return order.compactMap { counts[$0] }.map {
            VantagePoint(site: $0.site, host: $0.host, count: $0.count)
        }
    }

    static func detours(in assessment: Assessment) -> [Detour] {
        var steps: [Pair: [Int]] = [:]
        var order: [Pair] = []
        for (place, step) in assessment.steps.enumerated() {
            for check in step.checks {
                for pair in check.reports.compactMap({ Pair($0, check.definition.subject) }) {
                    if steps[pair] == nil { order.append(pair) }
                    if steps[pair]?.last != place { steps[pair, default: []].append(place) }
                }
            }
        }
        return order.map {
            Detour(host: $0.host, dialled: $0.dialled, steps: steps[$0, default: []])
        }
    }

    private struct Pair: Hashable {
        let host: String
        let dialled: String

        /// Nil where what was spoken to is what was asked for.
        init?(_ report: CheckReport, _ subject: String) {
            guard let facts = report.facts.content?.value else { return nil }
            let host = (facts["host"] ?? facts["name"])?.text ?? Self.host(of: subject)
            guard let dialled = (facts["connect-to"] ?? facts["server"])?.text
            else { return nil }
            let isSame = dialled == host || dialled.utf8.starts(with: "\(host):".utf8)
            // The name server of the machine is not worth a word.
            guard !isSame, facts["connect-to"] != nil || dialled.contains("127.") else {
                return nil
            }
            self.host = host
            self.dialled = dialled
        }

        /// The host of an address or of HOST:PORT.
        private static func host(of subject: String) -> String {
            let place = subject.split(separator: "/").dropFirst(subject.contains("://") ? 1 : 0)
                .first
            guard let place, let colon = place.lastIndex(of: ":"), place.last != "]" else {
                return place.map(String.init) ?? subject
            }
            return String(place[..<colon])
        }
    }
}
