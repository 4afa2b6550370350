package import CanonicalJSON
import Rollout

/// The report for programs.
package struct JSONFormat: ReportFormat {
    package let name = "json"
    package let fileExtension = "json"

    package init() {}

    package func render(_ report: ReportInput) -> String { value(report).prettyText + "\n" }

    /// The report as a value, for commands that show several.
    package func value(_ report: ReportInput) -> JSONValue {
        var members = AssessmentJSON(report.assessment).members
        let last = report.ledger.last.map { position -> JSONValue in
            [
                "sequence": .integer(Int64(position.sequence)),
                "digest": .string(position.digest.description),
            ]
        }
        members["ledger"] = [
            "count": .integer(Int64(report.ledger.count)), "last": last ?? .null,
        ]
        members["tool"] = [
            "name": .string(report.tool.name), "version": .string(report.tool.version),
        ]
        members["command"] = .array(report.command.map(JSONValue.string))
        return .object(members)
    }
}
