import Rollout

extension Change {
    /// A short fact of an announcement with its key in the checklist.
    struct Value {
        let key: String
        let title: String
        var text = ""
        var links: [Link] = []
    }

    /// The short facts that are there, in the order for readers.
    var values: [Value] {
        var values = [
            Value(key: "message", title: "Message", text: message),
            Value(key: "product", title: "Product", text: product),
            Value(key: "workload", title: "Workload", text: workload),
            Value(key: "platforms", title: "Platforms", text: platforms.joined(separator: ", ")),
            Value(key: "types", title: "Types", text: types.joined(separator: ", ")),
        ]
        values += labels.map { Value(key: $0.name, title: $0.name, text: $0.value) }
        values += [
            Value(key: "created", title: "Created", text: created?.description ?? ""),
            Value(key: "updated", title: "Updated", text: updated?.description ?? ""),
            Value(
                key: "check-before", title: "Check before", text: checkBefore?.description ?? ""),
            Value(key: "links", title: "Links", links: links),
            Value(key: "documents", title: "Internal documents to review", links: documents),
        ]
        return values.filter { !$0.text.isEmpty || !$0.links.isEmpty }
    }

    /// The texts, the plain one first.
    var proses: [Value] {
        [
            Value(key: "plain-summary", title: "In plain words", text: plainSummary),
            Value(key: "explanation", title: "Explained without technology", text: explanation),
            Value(key: "summary", title: "Summary", text: summary),
            Value(key: "details", title: "Details", text: details),
            Value(key: "affects", title: "How it affects the organisation", text: affects),
            Value(key: "preparation", title: "How to prepare", text: preparation),
            Value(key: "configuration", title: "Configuration options", text: configuration),
            Value(key: "opportunities", title: "Opportunities", text: opportunities),
            Value(key: "risks", title: "Potential risks", text: risks),
            Value(key: "security", title: "Security", text: security),
        ]
    }
}

/// Where the words of a checklist are from.
enum ProvenanceWording {
    static func words(_ source: Provenance.Source) -> Inline {
        switch source {
        case .published: return "published"
        case .inferred: return "inferred"
        case .ours: return "ours"
        case .notPublished: return "not published"
        }
    }

    /// Nothing where the checklist does not say.
    static func words(of key: String, in provenance: Provenance) -> Inline {
        provenance[key].map(words) ?? ""
    }

    /// Such as "published, but ours: likelihood, impact".
    static func words(of effect: Effect) -> Inline {
        let sources = Provenance.Source.allCases.filter { source in
            !effect.provenance.keys(from: source).isEmpty
        }
        guard let first = sources.first else { return "" }
        let rest = sources.dropFirst().map { source -> Inline in
            "\(words(source)): \(.joined(effect.provenance.keys(from: source).map { "\($0)" }))"
        }
        return rest.isEmpty
            ? words(first) : "\(words(first)), but \(.joined(rest, separator: "; "))"
    }
}
