package import CanonicalJSON
import Characters
import Rollout

/// The report for programs.
package struct JSONFormat: ReportFormat {
    package let name = "json"
    package let mediaType = "application/json"
    /// What the schema in `docs/report.schema.json` describes; a key that goes or means something else
    /// makes another one.
    private static let version = 1

    /// Which steps are listed.
    private let view: StepView

    package init(view: StepView = StepView()) {
        self.view = view
    }

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).json", bytes: Self.bytes(value(report)))
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        Self.stream(reports.map(value), isList: reports.count != 1)
    }

    /// An object for one rollout, `{"rollouts": […]}` for none and for several.
    package static func stream(_ values: [JSONValue], isList: Bool) -> [UInt8] {
        bytes(isList ? ["rollouts": .array(values)] : values.first ?? .null)
    }

    /// The report as a value, for commands that have more to add.
    package func value(_ report: ReportInput) -> JSONValue {
        var members = AssessmentJSON.members(report.facts, view)
        members.merge(OutlookJSON.members(report.facts)) { own, _ in own }
        members["ledger"] = LedgerJSON.value(report.ledger, report.ledgerWarnings)
        members["reportVersion"] = .number(Self.version)
        members["rules"] = .number(report.rules)
        members["tool"] = [
            "name": .string(report.tool.name), "version": .string(report.tool.version),
        ]
        members["command"] = .array(
            (report.command + ["--format", name]).map(JSONValue.string))
        members["textOnRecord"] = .boolean(report.isTextOnRecord)
        members.merge(CaveatJSON.members(report)) { own, _ in own }
        return .object(members)
    }

    private static func bytes(_ value: JSONValue) -> [UInt8] {
        Array((InertText.json(value.prettyText) + "\n").utf8)
    }
}
