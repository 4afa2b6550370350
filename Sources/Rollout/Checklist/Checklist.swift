/// A readiness checklist with its parameters filled in: what must be true, who sees to it and by when.
package struct Checklist: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The role that decides go or no-go.
    package let owner: String
    package let zone: Zone
    package let change: Change
    /// The value in force of each parameter, in the order of the checklist.
    package let parameters: [ParameterValue]
    /// In the order of the checklist.
    package let timeline: [Phase]
    /// In the order of the checklist.
    package let roles: [Role]
    package let effects: [Effect]
    /// With one entry for every value of a `for-each`, in the order of the checklist.
    package let steps: [Step]
    /// Nil where the checklist allows no waivers.
    package let waivers: WaiverRule?
    /// The digest of the text that the checklist was read from.
    package let digest: ContentDigest

    package init(
        id: String, title: String, owner: String, zone: Zone, change: Change,
        parameters: [ParameterValue],
        timeline: [Phase], roles: [Role], effects: [Effect], steps: [Step], waivers: WaiverRule?,
        digest: ContentDigest
    ) {
        self.id = id
        self.title = title
        self.owner = owner
        self.zone = zone
        self.change = change
        self.parameters = parameters
        self.timeline = timeline
        self.roles = roles
        self.effects = effects
        self.steps = steps
        self.waivers = waivers
        self.digest = digest
    }

    /// The value in force of each parameter, by its name.
    package var settings: [String: String] {
        Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
    }

    /// Whether a step applies: by its own `when`, and by that of the phase that it is due against.
    package func applicability(of step: Step) -> Applicability {
        guard step.applicability == .applies,
            case .doesNotApply(let because) = phase(step.due.phase)?.applicability
        else { return step.applicability }
        return .doesNotApply(because: "its phase \(step.due.phase) does not, because \(because)")
    }

    package func phase(_ id: String) -> Phase? { timeline.first { $0.id == id } }

    package func role(_ id: String) -> Role? { roles.first { $0.id == id } }

    package func step(_ id: String) -> Step? { steps.first { $0.id == id } }

    /// The steps that a reference names: one step, or every step that a `for-each` made from it.
    package func steps(named reference: String) -> [Step] {
        steps.filter { $0.id == reference || $0.family == reference }
    }
}
