/// A readiness checklist with its parameters filled in: what must be true, who sees to it and by when.
///
/// A class, because it is large and everybody is handed it; nothing changes it once it is made.
package final class Checklist: Sendable {
    package let rollout: RolloutReference
    package let title: String
    /// The role that decides go or no-go.
    package let owner: RoleID
    package let zone: Zone
    package let change: Change
    /// The target that the parameters are filled in for; nil where there is none.
    package let target: Target?
    /// Every target, in the order of the checklist.
    package let targets: [Target]
    /// In the order of the checklist.
    package let parameters: [Parameter]
    /// In the order of the checklist.
    package let timeline: [Phase]
    /// In the order of the checklist.
    package let roles: [Role]
    /// Those that steps may ask for, in the order of the checklist.
    package let sites: [Site]
    package let effects: [Effect]
    /// With one entry for every value of a `for-each`, in the order of the checklist.
    package let steps: [Step]
    /// Nil where the checklist allows no waivers.
    package let waivers: WaiverRule?
    package let decisions: DecisionTerms
    /// Nil where nobody has to approve the text.
    package let approval: ApprovalRule?
    /// Whether a statement that nobody signed counts for nothing.
    package let requiresSigning: Bool
    /// Whose outcomes of checks count; nil where anybody's do.
    package let runners: [Principal]?
    /// The digest of the text that the checklist was read from.
    package let digest: ContentDigest
    /// What the checklist holds for, as statements name it.
    package let scope: Scope
    private let index: ChecklistIndex

    package init(
        rollout: RolloutReference, title: String, owner: RoleID, zone: Zone, change: Change,
        target: Target? = nil, targets: [Target] = [], parameters: [Parameter], timeline: [Phase],
        roles: [Role], sites: [Site] = [], effects: [Effect], steps: [Step], waivers: WaiverRule?,
        decisions: DecisionTerms = DecisionTerms(), approval: ApprovalRule? = nil,
        requiresSigning: Bool = false, runners: [Principal]? = nil, digest: ContentDigest
    ) {
        self.rollout = rollout
        self.title = title
        self.owner = owner
        self.zone = zone
        self.change = change
        self.target = target
        self.targets = targets
        self.parameters = parameters
        self.timeline = timeline
        self.roles = roles
        self.sites = sites
        self.effects = effects
        self.steps = steps
        self.waivers = waivers
        self.decisions = decisions
        self.approval = approval
        self.requiresSigning = requiresSigning
        self.runners = runners
        self.digest = digest
        let named = parameters.filter(\.isInScope).map { ($0.name, $0.value) }
        scope = Scope(
            target: target?.id, parameters: Dictionary(named) { first, _ in first })
        index = ChecklistIndex(timeline: timeline, roles: roles, effects: effects, steps: steps)
    }

    package var id: String { rollout.id }

    /// Whether a step applies: by its own `when`, and by that of the phase that it is due against.
    package func applicability(of step: Step) -> Applicability {
        guard step.applicability == .applies else { return step.applicability }
        return phase(step.due.phase)?.applicability ?? .applies
    }

    package func phase(_ id: PhaseID) -> Phase? { index.phases[id].map { timeline[$0] } }

    package func role(_ id: RoleID) -> Role? { index.roles[id].map { roles[$0] } }

    package func effect(_ id: String) -> Effect? { index.effects[id].map { effects[$0] } }

    package func step(_ id: StepID) -> Step? { place(of: id).map { steps[$0] } }

    /// The place of a step in `steps`.
    package func place(of id: StepID) -> Int? { index.steps[id] }

    /// The places of the steps that a reference names: one, or all that a `for-each` made from it.
    package func places(named reference: StepID) -> [Int] {
        index.steps[reference].map { [$0] } ?? index.families[reference, default: []]
    }

    /// The steps that a reference names.
    package func steps(named reference: StepID) -> [Step] {
        places(named: reference).map { steps[$0] }
    }

    /// Whether somebody is a member of a role that the checklist has.
    package func isMember(_ principal: Principal, of role: RoleID) -> Bool {
        index.members[role]?.contains(principal) ?? false
    }
}

extension Checklist: Hashable {
    // The scope is that of the target and the parameters, and the index that of the lists.
    package static func == (left: Checklist, right: Checklist) -> Bool {
        left === right
            || (left.rollout, left.title, left.owner, left.zone, left.change, left.digest)
                == (right.rollout, right.title, right.owner, right.zone, right.change, right.digest)
                && (left.target, left.targets, left.parameters, left.timeline)
                    == (right.target, right.targets, right.parameters, right.timeline)
                && (left.roles, left.sites, left.effects, left.steps)
                    == (right.roles, right.sites, right.effects, right.steps)
                && (left.waivers, left.decisions, left.approval)
                    == (right.waivers, right.decisions, right.approval)
                && (left.requiresSigning, left.runners) == (right.requiresSigning, right.runners)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(rollout)
        hasher.combine(scope)
        hasher.combine(digest)
    }
}
