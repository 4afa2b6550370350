import Fields
import LocatedYAML
import Rollout

/// The keys of `change`: the announcement as it was published.
enum ChangeFields {
    static let message = Field<String>("message", .text, "The publisher's number of the message.")
    static let product = Field<String>("product", .text, "The product that changes.")
    static let workload = Field<String>("workload", .text, "The service that changes.")
    static let platforms = Field<[String]>(
        "platforms", .list(of: .text), "The platforms that are affected.")
    static let types = Field<[String]>(
        "types", .list(of: .text), "The publisher's types of the change.")
    static let category = Field<String>("category", .text, "The publisher's category.")
    static let scope = Field<String>("scope", .text, "How far the change reaches.")
    static let status = Field<String>("status", .text, "The status of the announcement.")
    static let releasePhase = Field<String>("release-phase", .text, "The phase of the release.")
    static let taskType = Field<String>(
        "task-type", .text, "The type of the task that follows from it.")
    static let urgency = Field<String>("urgency", .text, "How urgent it is.")
    static let created = Field<CivilDate>("created", .date, "The day of publication.")
    static let updated = Field<CivilDate>("updated", .date, "The day of the last update.")
    static let checkBefore = Field<CivilDate>(
        "check-before", .date, "The day before which it must be looked at.")
    static let summary = Field<String>("summary", .markdown, "What changes.")
    static let details = Field<String>(
        "details", .markdown, "The change at length, as its publisher describes it.")
    static let plainSummary = Field<String>(
        "plain-summary", .markdown, "What changes, for readers who are not technical.")
    static let affects = Field<String>("affects", .markdown, "How it affects the organisation.")
    static let preparation = Field<String>("preparation", .markdown, "What there is to prepare.")
    static let explanation = Field<String>(
        "explanation", .markdown, "The whole change, for readers who are not technical.")
    static let configuration = Field<String>("configuration", .markdown, "What can be set.")
    static let opportunities = Field<String>("opportunities", .markdown, "What it makes possible.")
    static let risks = Field<String>("risks", .markdown, "What may go wrong.")
    static let security = Field<String>("security", .markdown, "What it means for security.")
    static let links = Field<[Link]>("links", .list(of: .link), "Where to read more.")
    static let documents = Field<[Link]>(
        "documents", .list(of: .link), "Internal documentation to review.")

    static let provenance = Field<Provenance>(
        "provenance", .provenance(of: sourced.map(\.key)),
        "Where each key of the change is from; in it, lists of keys.")

    private static let sourced = [
        message.description, product.description, workload.description, platforms.description,
        types.description, category.description, scope.description, status.description,
        releasePhase.description, taskType.description, urgency.description,
        created.description,
        updated.description, checkBefore.description, summary.description,
        details.description, plainSummary.description, affects.description, preparation.description,
        links.description, documents.description, explanation.description,
        configuration.description, opportunities.description, risks.description,
        security.description,
    ]

    static let shape = Shape("a change", sourced + [provenance.description])

    static func make(_ reader: MappingReader) -> Change {
        let labels = [category, scope, status, releasePhase, taskType, urgency].compactMap {
            field in
            reader[field].map { Change.Label(name: field.key, value: $0) }
        }
        return Change(
            message: reader[message] ?? "", product: reader[product] ?? "",
            workload: reader[workload] ?? "", platforms: reader[platforms] ?? [],
            types: reader[types] ?? [], labels: labels, created: reader[created],
            updated: reader[updated], checkBefore: reader[checkBefore],
            summary: reader[summary] ?? "", details: reader[details] ?? "",
            plainSummary: reader[plainSummary] ?? "", explanation: reader[explanation] ?? "",
            affects: reader[affects] ?? "", preparation: reader[preparation] ?? "",
            configuration: reader[configuration] ?? "",
            opportunities: reader[opportunities] ?? "", risks: reader[risks] ?? "",
            security: reader[security] ?? "", links: reader[links] ?? [],
            documents: reader[documents] ?? [],
            provenance: ProvenanceFields.checked(reader, provenance))
    }
}

/// The keys of a link.
private enum LinkFields {
    static let title = Field<String>("title", .text, .required, "What the address leads to.")
    static let url = Field<String>("url", .url, .required, "The address.")
    static let shape = Shape("a link", [title.description, url.description])
}

extension ValueType where Value == Link {
    /// A title with an address.
    static var link: ValueType {
        .mapping(LinkFields.shape) { reader in
            let title = reader[LinkFields.title]
            let url = reader[LinkFields.url]
            guard let title, let url else { return nil }
            return Link(title: title, url: url)
        }
    }
}
