import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// The keys of a checklist, and of the small mappings that stand in it alone.
enum ChecklistFields {
    static let version = Field<Int>(
        "readiness", .version, .required, "The version of the language.")
    static let id = Field<String>(
        "id", .identifier, .required, "The name of the checklist in the ledger.")
    static let title = Field<String>(
        "title", .text.freelyWorded, .required, "The checklist for readers.")
    static let owner = Field<Located<RoleID>>(
        "owner", ValueType<RoleID>.role.located, .required, "The role that decides go or no-go.")
    static let timezone = Field<Zone>(
        "timezone", .zone, .defaults("UTC"), "The zone that dates and times are in.")
    static let change = Field<Change>(
        "change",
        ValueType<Change>.mapping(ChangeFields.shape) { ChangeFields.make($0) }.freelyWorded,
        "The announcement, as published.")
    static let parameters = Field<[(key: String, node: YAMLNode, value: YAMLNode)]>(
        "parameters",
        .entries(
            "a mapping of names to parameters", key: .identifier,
            value: .node(ParameterFields.shape)),
        "What ${name} stands for.")
    static let targets = Field<[(key: String, node: YAMLNode, value: YAMLNode)]>(
        "targets",
        .entries(
            "a mapping of names to targets", key: .identifier, value: .node(TargetFields.shape)),
        "The places where the checklist is carried out, each a rollout of its own.")
    static let timeline = Field<[YAMLNode]>(
        "timeline", .list(of: .node(PhaseFields.shape), atLeast: 1), .required,
        "The phases of the rollout.")
    static let roles = Field<[(key: String, node: YAMLNode, value: YAMLNode)]>(
        "roles",
        .entries("a mapping of names to roles", key: .identifier, value: .node(RoleFields.shape)),
        .required, "Who prepares, signs and decides.")
    static let sites = Field<[(key: String, node: YAMLNode, value: YAMLNode)]>(
        "sites",
        .entries("a mapping of names to sites", key: .identifier, value: .node(SiteFields.shape)),
        "The vantage points that steps may ask for.")
    static let effects = Field<[YAMLNode]>(
        "effects", .list(of: .node(EffectFields.shape)), "What the change brings with it.")
    static let defaults = Field<Defaults>(
        "defaults", .mapping(Defaults.shape) { Defaults.make($0) },
        "What holds where a step does not say.")
    static let steps = Field<[YAMLNode]>(
        "steps", .list(of: .node(StepFields.shape), atLeast: 1), .required, "What must be ready.")
    static let use = Field<[YAMLNode]>(
        "use", .list(of: .node(UseFields.shape)),
        "Step sets whose steps are put behind those of the checklist.")
    static let waivers = Field<WaiverTerms>(
        "waivers", .waivers, "Who may waive a step; without it nobody may.")
    static let decisions = Field<DecisionRules>(
        "decisions", .decisions, "What the owner's go has to wait for.")
    static let approval = Field<ApprovalTerms>(
        "approval", .approval, "Who must approve the text of the checklist itself.")
    static let signing = Field<Signing>(
        "signing", .choice, .defaults("optional"),
        "Whether what nobody signed with a key counts for nothing.")
    static let runners = Field<[Principal]>(
        "runners", .list(of: ValueType<Principal>.principal, atLeast: 1),
        .defaults("everybody"), "Whose outcomes of checks count.")

    /// Whether statements must be signed.
    enum Signing: String, CaseIterable, Sendable {
        case required, optional
    }

    static let shape = Shape(
        "a checklist",
        [
            version.description, id.description, title.description, owner.description,
            timezone.description, change.description, parameters.description, targets.description,
            timeline.description, roles.description, sites.description, effects.description,
            defaults.description,
            steps.description, use.description,
            waivers.description, decisions.description, approval.description,
            signing.description, runners.description,
        ],
        otherWords: [
            "phases": "timeline", "name": "title", "zone": "timezone", "version": "readiness",
            "people": "roles", "teams": "roles", "members": "roles", "tasks": "steps",
            "checks": "steps", "items": "steps", "risks": "effects", "impacts": "effects",
            "signatures": "signing", "signed": "signing", "approvals": "approval",
            "vantage-points": "sites", "locations": "sites", "include": "use", "uses": "use",
            "sets": "use",
            "variables": "parameters", "vars": "parameters", "announcement": "change",
        ])
}

extension ValueType where Value == Int {
    /// The version of the language that this program reads.
    fileprivate static var version: ValueType {
        scalar("the language version 1", schema: .quotedOr(["const": 1], "^1$")) {
            $0 == "1" ? 1 : nil
        }
    }
}
