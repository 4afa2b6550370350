import CanonicalJSON
import Checks
import Fields
import LocatedYAML
import Rollout

/// The keys of a site.
enum SiteFields {
    static let title = Field<String>(
        "title", .text.freelyWorded, .required, "The site for readers.")
    static let role = Field<Located<RoleID>>(
        "role", ValueType<RoleID>.role.located, "Whom to call where it is silent.")
    static let runners = Field<[Located<Principal>]>(
        "runners", .list(of: ValueType<Principal>.principal.located, atLeast: 1),
        .defaults("all whose outcomes count"),
        "Whose outcomes of checks count as seen from it.")

    static let shape = Shape(
        "a site", [title.description, role.description, runners.description],
        otherWords: ["name": "title", "owner": "role", "runner": "runners", "by": "runners"])

    /// `all` are the runners of the checklist; nil where anybody's outcomes count.
    static func make(
        _ id: SiteID, _ reader: MappingReader, _ names: DeclaredNames, all: [Principal]?
    ) -> Site? {
        let title = reader[Self.title]
        let role = reader[Self.role]
        if let role { names.check(role, in: reader.context) }
        let runners = reader.has(Self.runners) ? reader[Self.runners] ?? [] : nil
        for runner in runners ?? [] where !(all?.contains(runner.value) ?? true) {
            reader.context.report(
                "not-a-runner", "\(runner.value) is none of the runners of the checklist",
                fix: NearestName.question(for: runner.value.text, among: (all ?? []).map(\.text))
                    ?? "add it to the runners of the checklist, or remove it here",
                at: runner.node)
        }
        return title.map {
            Site(id: id, title: $0, role: role?.value, runners: runners?.map(\.value))
        }
    }
}

/// The sites that a step asks for, as it names them.
enum SiteTerms: Sendable {
    /// Each that the checklist has.
    case all(YAMLNode)
    case named([Located<SiteID>])

    /// What stands for all; no site has this name.
    static let everywhere = "all"
}

extension ValueType where Value == SiteTerms {
    /// `all`, or a list of sites.
    static var sites: ValueType {
        let list = ValueType<[Located<SiteID>]>.list(
            of: ValueType<SiteID>.site.located, atLeast: 1)
        return ValueType(
            words: "\(SiteTerms.everywhere), or \(list.words)",
            schema: ["anyOf": [["const": .string(SiteTerms.everywhere)], list.schema]]
        ) { node, context in
            node.kind == .scalar && node.hasText(SiteTerms.everywhere)
                ? .all(node) : list.read(node, context).map { .named($0) }
        }
    }
}
