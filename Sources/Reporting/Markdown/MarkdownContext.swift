import Rollout

/// What every section of the Markdown report looks things up in.
struct MarkdownContext {
    let report: ReportInput
    private let positions: [String: Int]

    init(_ report: ReportInput) {
        self.report = report
        let ids = report.assessment.steps.enumerated().map { ($1.step.id, $0 + 1) }
        positions = Dictionary(ids) { first, _ in first }
    }

    var assessment: Assessment { report.assessment }
    var checklist: Checklist { assessment.checklist }
    var zone: Zone { checklist.zone }
    var asOf: Instant { assessment.asOf }

    /// A role by its title, or by its id where the checklist does not have it.
    func role(_ id: String) -> MarkdownInline {
        guard let role = checklist.role(id), !role.title.isEmpty else { return "\(code: id)" }
        return "\(role.title)"
    }

    /// Who made a record and for which role, in a cell of a table; nobody checked the name.
    func author(_ record: Record, role: String) -> MarkdownInline {
        "\(code: record.principal)<br>\(self.role(role))"
    }

    /// The heading of a column with such names.
    static let authorHeader: MarkdownInline = "By (unauthenticated)<br>for the role"

    /// A moment in a cell of a table: in the zone of the checklist, below it in UTC.
    func cellTime(_ instant: Instant) -> MarkdownInline {
        "\(LocalTime.clock(instant, in: zone))<br>\(instant.rfc3339)"
    }

    /// The heading of a column with such moments.
    func timeHeader(_ name: MarkdownInline) -> MarkdownInline {
        "\(name) (\(zone.name))<br>and in UTC"
    }

    /// A moment in the zone of the checklist and in UTC.
    func exactTime(_ instant: Instant) -> MarkdownInline { "\(LocalTime.exact(instant, in: zone))" }

    /// A step's place in the checklist, from 1; nil where the checklist does not have it.
    func position(of step: String) -> Int? { positions[step] }

    /// The name of the place in the report that describes a step.
    func anchor(ofStepAt position: Int) -> String { "step-\(position)" }

    /// The id of a step, as a link to its description where there is one.
    func step(_ id: String) -> MarkdownInline {
        guard let position = position(of: id) else { return "\(code: id)" }
        return "[\(code: id)](#\(MarkdownInline(stringLiteral: anchor(ofStepAt: position))))"
    }

    /// A step with its status: "`id` (✅ ready)".
    func stepWithStatus(_ step: StepAssessment) -> MarkdownInline {
        "\(self.step(step.step.id)) (\(status(step.status)))"
    }

    /// When a step is due, and how far away that is while something is left to do.
    func due(_ step: StepAssessment) -> MarkdownInline {
        let point: MarkdownInline = "\(LocalTime.point(step.due))"
        if let late = Lateness.words(step, asOf: asOf) { return "\(point), **\(late)**" }
        switch step.status {
        case .ready, .waived, .notApplicable: return point
        default:
            let minus = TMinus(start: step.dueBegins, asOf: asOf, zone: zone)
            return "\(point), \(minus.words)"
        }
    }

    func status(_ status: StepStatus) -> MarkdownInline {
        "\(status.mark) \(status.rawValue)"
    }

    func verdict(_ verdict: Verdict?) -> MarkdownInline {
        guard let verdict else { return "no verdict" }
        return "\(verdict.mark) **\(verdict.rawValue)**"
    }

    /// A record by its place in the ledger and the start of its digest.
    ///
    /// There is no `#` before the number, for hosts would link it to something else.
    func record(_ record: Record) -> MarkdownInline {
        "\(record.sequence) \(code: record.digest.short)"
    }
}
