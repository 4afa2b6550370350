import CanonicalJSON
import Rollout

/// What is to be known beside a verdict, for programs.
enum CaveatJSON {
    static func members(_ report: ReportInput) -> [String: JSONValue] {
        [
            "forecast": .boolean(report.isForecast),
            "caveats": .array(
                report.caveats.map { caveat in
                    [
                        "kind": .string(caveat.kind.rawValue), "count": .number(caveat.count),
                        "text": .string(report.sentence(caveat)),
                    ]
                }),
        ]
    }
}
