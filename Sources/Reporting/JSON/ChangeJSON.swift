import CanonicalJSON
import Rollout

/// The announcement as JSON.
enum ChangeJSON {
    /// The object of the announcement; what it does not say is empty or null.
    static func value(_ change: Change) -> JSONValue {
        [
            "message": .string(change.message), "product": .string(change.product),
            "workload": .string(change.workload),
            "platforms": .array(change.platforms.map(JSONValue.string)),
            "types": .array(change.types.map(JSONValue.string)),
            "labels": .array(
                change.labels.map { ["name": .string($0.name), "value": .string($0.value)] }),
            "created": date(change.created), "updated": date(change.updated),
            "checkBefore": date(change.checkBefore), "summary": .string(change.summary),
            "details": .string(change.details),
            "plainSummary": .string(change.plainSummary), "affects": .string(change.affects),
            "preparation": .string(change.preparation), "links": links(change.links),
            "documents": links(change.documents), "explanation": .string(change.explanation),
            "configuration": .string(change.configuration),
            "opportunities": .string(change.opportunities), "risks": .string(change.risks),
            "security": .string(change.security), "provenance": provenance(change.provenance),
        ]
    }

    /// The source of each key that the checklist gives one for.
    static func provenance(_ provenance: Provenance) -> JSONValue {
        var members: [String: JSONValue] = [:]
        for source in Provenance.Source.allCases {
            for key in provenance.keys(from: source) { members[key] = .string(source.rawValue) }
        }
        return .object(members)
    }

    private static func date(_ date: CivilDate?) -> JSONValue {
        date.map { .string($0.description) } ?? .null
    }

    private static func links(_ links: [Link]) -> JSONValue {
        .array(links.map { ["title": .string($0.title), "url": .string($0.url)] })
    }
}
