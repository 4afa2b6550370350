import Fields
import LocatedYAML
import Rollout

/// The keys of `provenance`: one for each source, with the keys beside it that are from there.
enum ProvenanceFields {
    private static let words: [Provenance.Source: String] = [
        .published: "The keys that say what the publisher says.",
        .inferred: "The keys that somebody read out of what was published.",
        .ours: "The keys that whoever wrote the checklist thought of.",
        .notPublished: "The keys that the announcement has and does not show.",
    ]

    static func field(_ source: Provenance.Source, of keys: [String]) -> Field<[String]> {
        Field(
            source.rawValue, .list(of: .choice(of: keys)), words[source] ?? "")
    }

    /// What a mapping says of where its keys are from, held against the keys that it has.
    static func checked(_ reader: MappingReader, _ field: Field<Provenance>) -> Provenance {
        guard let provenance = reader[field] else { return Provenance() }
        var known: Set<String> = []
        for source in Provenance.Source.allCases {
            for key in provenance.keys(from: source) {
                if !known.insert(key).inserted {
                    reader.report(
                        "provenance-twice", "\"\(key)\" is said to be from two places",
                        fix: "name it once", at: field)
                } else if (reader.node(of: key) == nil) != (source == .notPublished) {
                    let has = source != .notPublished
                    reader.report(
                        "provenance-of-nothing",
                        has
                            ? "\"\(key)\" is said to be \(source.rawValue), but is not there"
                            : "\"\(key)\" is said not to be published, but is there",
                        fix: has
                            ? "add \"\(key):\", or list it under not-published"
                            : "list it under another source", at: field)
                }
            }
        }
        return provenance
    }
}

extension ValueType where Value == Provenance {
    /// The mapping of `provenance`, for a mapping with these keys.
    static func provenance(of keys: [String]) -> ValueType {
        let fields = Provenance.Source.allCases.map { ($0, ProvenanceFields.field($0, of: keys)) }
        let shape = Shape("the provenance", fields.map(\.1.description))
        return .mapping(shape) { reader in
            Provenance(
                Dictionary(uniqueKeysWithValues: fields.map { ($0.0, reader[$0.1] ?? []) }))
        }
    }
}
