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
    static let effects = Field<[YAMLNode]>(
        "effects", .list(of: .node(EffectFields.shape)), "What the change brings with it.")
    static let defaults = Field<Defaults>(
        "defaults", .mapping(Defaults.shape) { Defaults.make($0) },
        "What holds where a step does not say.")
    static let steps = Field<[YAMLNode]>(
        "steps", .list(of: .node(StepFields.shape), atLeast: 1), .required, "What must be ready.")
    static let waivers = Field<WaiverEntry>(
        "waivers", .waivers, "Who may waive a step; without it nobody may.")

    static let shape = Shape(
        "a checklist",
        [
            version.description, id.description, title.description, owner.description,
            timezone.description, change.description, parameters.description, targets.description,
            timeline.description, roles.description, effects.description, defaults.description,
            steps.description,
            waivers.description,
        ])
}

/// What holds where a step or check does not say.
package struct Defaults: Hashable, Sendable {
    /// How long the outcome of a check counts.
    package let freshFor: Duration
    /// How long one observation may take.
    package let timeout: Duration

    static let unsaid = Defaults(freshFor: .seconds(86_400), timeout: .seconds(10))

    private static let freshForField = Field<Duration>(
        "fresh-for", .positiveDuration, .defaults("24h"), "How long the outcome of a check counts.")
    private static let timeoutField = Field<Duration>(
        "timeout", .positiveDuration, .defaults("10s"), "How long one check may take.")
    static let shape = Shape("the defaults", [freshForField.description, timeoutField.description])

    static func make(_ reader: MappingReader) -> Defaults {
        Defaults(
            freshFor: reader[freshForField] ?? unsaid.freshFor,
            timeout: reader[timeoutField] ?? unsaid.timeout)
    }
}

/// The terms of waivers, with the nodes that its references stand at.
struct WaiverEntry: Sendable {
    let roles: [Located<RoleID>]
    let longest: Duration
}

/// The keys of `waivers`.
private enum WaiverFields {
    static let by = Field<[Located<RoleID>]>(
        "by", .list(of: ValueType<RoleID>.role.located, atLeast: 1), .required,
        "The roles that may waive a step.")
    static let longest = Field<Duration>(
        "longest", .positiveDuration, .required, "How long a waiver may last.")
    static let shape = Shape("the rule for waivers", [by.description, longest.description])
}

extension ValueType where Value == WaiverEntry {
    /// The mapping of `waivers`.
    fileprivate static var waivers: ValueType {
        .mapping(WaiverFields.shape) { reader in
            let roles = reader[WaiverFields.by] ?? []
            return reader[WaiverFields.longest].map { WaiverEntry(roles: roles, longest: $0) }
        }
    }
}

extension ValueType where Value == YAMLNode {
    /// A mapping that is read later, when more is known.
    static func node(_ shape: Shape) -> ValueType {
        ValueType(words: "\(shape.name) (a mapping)", schema: shape.schema, shape: shape) {
            node, _ in node
        }
    }
}

extension ValueType where Value == Int {
    /// The version of the language that this program reads.
    fileprivate static var version: ValueType {
        scalar("the language version 1", schema: .quotedOr(["const": 1], "^1$")) {
            $0 == "1" ? 1 : nil
        }
    }
}
