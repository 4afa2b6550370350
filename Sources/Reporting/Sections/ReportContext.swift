import Rollout

/// What every section of a report looks things up in.
///
/// A class, because it is large and every line of a report is handed it.
final class ReportContext: Sendable {
    let report: ReportInput
    /// What is open, with whom to call.
    let open: OpenConditions
    /// The phase that the first screen is about; nil where none has a verdict.
    let focus: PhaseAssessment?
    /// What went wrong on the way and is over.
    let setbacks: [Setback]
    /// What the rollout is called.
    let title: String

    /// `hasAppendix` tells whether the appendix, which describes each step, is a part of it.
    init(_ report: ReportInput, title: String? = nil, hasAppendix: Bool? = nil) {
        self.report = report
        self.title = title ?? ScopeWording.titled(report.assessment.checklist)
        self.hasAppendix = hasAppendix ?? report.selection.isFor(AppendixSection.audiences)
        focus = report.facts.focus
        open = report.facts.openConditions
        setbacks = report.facts.setbacks
    }

    var selection: ReportSelection { report.selection }
    var facts: ReportFacts { report.facts }
    var words: WordingContext { facts.context }
    var assessment: Assessment { report.assessment }
    var checklist: Checklist { assessment.checklist }
    var zone: Zone { checklist.zone }
    var asOf: Instant { assessment.asOf }

    /// The open conditions that the first screen names one by one.
    var named: ArraySlice<OpenConditions.Condition> { open.roots.prefix(mostNamed) }

    /// As many as leave room for the rest of the first screen.
    private var mostNamed: Int { open.roots.count <= 10 ? 10 : 9 }

    private let hasAppendix: Bool

    /// A role by its title, or by its id as code where it has none.
    func role(_ id: RoleID) -> Inline {
        guard let role = checklist.role(id), !role.title.isEmpty else { return "\(code: id.text)" }
        return "\(role.title)"
    }

    /// A phase by its title, or by its id as code where the checklist does not have it.
    func phase(_ id: PhaseID) -> Inline {
        checklist.phase(id).map { "\($0.title)" } ?? "\(code: id.text)"
    }

    /// Who made a statement, and how that is known where it is not by a key on the person's own machine.
    func author(_ entry: Entry) -> Inline {
        let word: Inline = AuthenticationWording.remark(entry).map { " (\($0))" } ?? ""
        guard let member = entry.statement.onBehalfOf else {
            return "\(code: entry.statement.principal.text)\(word)"
        }
        return "\(code: entry.statement.principal.text) in place of \(code: member.text)\(word)"
    }

    func author(_ entry: Entry, role: RoleID) -> Inline {
        "\(author(entry)), \(self.role(role))"
    }

    func people(_ people: [Principal], most: Int = 3) -> Inline {
        .list(people.map { "\(code: $0.text)" }, "or", most: most)
    }

    /// The same with who stands in for whom.
    func people(_ actors: [Actor], most: Int = 3) -> Inline {
        .list(CallWording.inlines(actors), "or", most: most)
    }

    /// Whom to call, by role where there are several.
    func people(_ calls: [WhomToCall]) -> Inline {
        let called = calls.map { call -> Inline in
            let names: Inline =
                call.actors.isEmpty ? "\(strong: "nobody is named")" : people(call.actors)
            return calls.count == 1 ? names : "\(role(call.role)): \(names)"
        }
        return called.isEmpty ? "\(strong: "nobody is named")" : .joined(called, separator: "; ")
    }

    /// Why a condition is open, and which sign-offs its step lacks besides.
    func sentence(_ condition: OpenConditions.Condition) -> String {
        let besides = condition.step.map { StepWording.besides(assessment.steps[$0], words) }
        return PhaseWording.sentence(condition.reason, words) + (besides ?? "")
    }

    /// A moment by the clocks of the checklist's zone, which the head names.
    func clock(_ instant: Instant) -> Inline { "\(LocalTime.clock(instant, in: zone))" }

    /// The first moment after something, a midnight being the end of the day before.
    func end(_ instant: Instant) -> Inline { "\(LocalTime.shortEnd(instant, in: zone))" }

    /// The name of the place in the report that describes the step at a place of the checklist.
    func anchor(ofStepAt place: Int) -> String { "step-\(place + 1)" }

    /// The id of a step, as a link to its description where the report has one.
    func step(_ id: StepID) -> Inline {
        guard hasAppendix, let place = checklist.place(of: id), isListed(place) else {
            return "\(code: id.text)"
        }
        return "\("\(code: id.text)" as Inline, at: anchor(ofStepAt: place))"
    }

    func step(at place: Int) -> Inline { step(assessment.steps[place].step.id) }

    /// Whether the lists of steps have the one at a place.
    func isListed(_ place: Int) -> Bool {
        selection.lists(assessment.steps[place].step, in: checklist, at: asOf)
    }

    func steps(_ places: [Int], most: Int = .max) -> Inline {
        .list(places.map { step(at: $0) }, "and", most: most)
    }

    /// When a step is due, and how far away that is while something is left to do.
    func due(_ step: StepAssessment) -> Inline {
        let point: Inline = "\(LocalTime.point(step.due))"
        if step.isLate, let late = Lateness.words(step, asOf: asOf) {
            return "\(point), \(strong: "\(late)")"
        }
        guard !step.status.isSettled else { return point }
        let minus = TMinus(start: step.dueBegins, asOf: asOf, zone: zone)
        return "\(point), \(minus.words)"
    }

    func state(_ step: StepAssessment) -> Inline { state(StepState(step)) }

    func state(_ state: StepState) -> Inline { "\(state.mark) \(state.words)" }

    func verdict(_ verdict: Verdict?) -> Inline {
        guard let verdict else { return "\(PhaseWording.word(nil))" }
        return "\(verdict.mark) \(strong: "\(verdict.rawValue)")"
    }

    /// An entry by its place in the ledger and the start of its digest.
    ///
    /// There is no `#` before the number, for hosts would link it to something else.
    func entry(_ entry: Entry) -> Inline { self.entry(entry.reference) }

    func entry(_ entry: EntryReference) -> Inline {
        "\(entry.sequence) \(code: entry.digest.short)"
    }
}
