/// Where the words of a checklist are from, by its keys.
package struct Provenance: Hashable, Sendable {
    /// Who said it.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        /// The publisher of the announcement, in these words.
        case published
        /// Somebody read it out of what was published.
        case inferred
        /// Whoever wrote the checklist.
        case ours
        /// The announcement has the field, and does not show it.
        case notPublished = "not-published"
    }

    private let lists: [Source: [String]]
    private let sources: [String: Source]

    package init(_ lists: [Source: [String]] = [:]) {
        self.lists = lists.filter { !$0.value.isEmpty }
        var sources: [String: Source] = [:]
        for source in Source.allCases {
            for key in lists[source, default: []] where sources[key] == nil {
                sources[key] = source
            }
        }
        self.sources = sources
    }

    /// Nil where the checklist does not say.
    package subscript(key: String) -> Source? { sources[key] }

    /// In the order of the checklist.
    package func keys(from source: Source) -> [String] { lists[source, default: []] }
}
