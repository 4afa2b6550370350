import Rollout

/// What every section of the Markdown report looks things up in.
struct MarkdownContext {
    let report: ReportInput

    init(_ report: ReportInput) {
        self.report = report
    }

    var facts: ReportFacts { report.facts }
    var words: WordingContext { facts.context }
    var assessment: Assessment { report.assessment }
    var checklist: Checklist { assessment.checklist }
    var zone: Zone { checklist.zone }
    var asOf: Instant { assessment.asOf }

    /// A role by its title, or by its id as code where it has none.
    func role(_ id: RoleID) -> MarkdownInline {
        guard let role = checklist.role(id), !role.title.isEmpty else { return "\(code: id.text)" }
        return "\(role.title)"
    }

    /// A phase by its title, or by its id as code where the checklist does not have it.
    func phase(_ id: PhaseID) -> MarkdownInline {
        checklist.phase(id).map { "\($0.title)" } ?? "\(code: id.text)"
    }

    /// Who made a statement, and how that is known.
    func author(_ entry: Entry) -> MarkdownInline {
        let word = AuthenticationWording.word(entry.authentication)
        guard let member = entry.statement.onBehalfOf else {
            return "\(code: entry.statement.principal.text) (\(word))"
        }
        return
            "\(code: entry.statement.principal.text) for \(code: member.text) (\(word))"
    }

    /// The same in a cell of a table, with the role.
    func author(_ entry: Entry, role: RoleID) -> MarkdownInline {
        "\(author(entry))<br>\(self.role(role))"
    }

    /// The heading of a column with such names.
    static let authorHeader: MarkdownInline = "By<br>for the role"

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

    /// The name of the place in the report that describes the step at a place of the checklist.
    func anchor(ofStepAt place: Int) -> String { "step-\(place + 1)" }

    /// The id of a step, as a link to its description where there is one.
    func step(_ id: StepID) -> MarkdownInline {
        guard let place = checklist.place(of: id) else { return "\(code: id.text)" }
        return "[\(code: id.text)](#\(MarkdownInline(stringLiteral: anchor(ofStepAt: place))))"
    }

    /// A step with its state: "`id` (✅ ready)".
    func stepWithState(at place: Int) -> MarkdownInline {
        let step = assessment.steps[place]
        return "\(self.step(step.step.id)) (\(state(step)))"
    }

    /// When a step is due, and how far away that is while something is left to do.
    func due(_ step: StepAssessment) -> MarkdownInline {
        let point: MarkdownInline = "\(LocalTime.point(step.due))"
        if let late = Lateness.words(step, asOf: asOf) { return "\(point), **\(late)**" }
        guard !step.status.isSettled else { return point }
        let minus = TMinus(start: step.dueBegins, asOf: asOf, zone: zone)
        return "\(point), \(minus.words)"
    }

    func state(_ step: StepAssessment) -> MarkdownInline { state(StepState(step)) }

    func state(_ state: StepState) -> MarkdownInline { "\(state.mark) \(state.words)" }

    func verdict(_ verdict: Verdict?) -> MarkdownInline {
        guard let verdict else { return "\(PhaseWording.word(nil))" }
        return "\(verdict.mark) **\(verdict.rawValue)**"
    }

    /// An entry by its place in the ledger and the start of its digest.
    ///
    /// There is no `#` before the number, for hosts would link it to something else.
    func entry(_ entry: Entry) -> MarkdownInline { self.entry(entry.reference) }

    func entry(_ entry: EntryReference) -> MarkdownInline {
        "\(entry.sequence) \(code: entry.digest.short)"
    }

    /// Why a step stands where it stands.
    func why(_ step: StepAssessment) -> MarkdownInline {
        "\(StepWording.sentence(step.reason, words))"
    }
}
