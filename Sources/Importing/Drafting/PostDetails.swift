/// What the fields of a post say that has no key of its own in the language.
struct PostDetails {
    /// In Markdown; empty where there is nothing.
    let text: String
    /// The fields that it is from.
    let source: String

    /// Fields that have a key of their own, or hold data for programs.
    private static let others: Set<String> = [
        "Summary", "Platforms", "RoadmapIds", "ExternalLink", "BlogLink", "HelpLink",
        "FeatureStatusJson",
    ]
    /// More fields than this are none that a person reads.
    private static let most = 10

    init(_ post: Announcement) {
        var sentences: [String] = []
        var sources: [String] = []
        if let isMajor = post.isMajorChange {
            sentences.append("Major change: \(isMajor ? "yes" : "no").")
            sources.append("isMajorChange")
        }
        let roadmap = Self.ids(post.details(named: "RoadmapIds"))
        if !roadmap.isEmpty {
            sentences.append("Roadmap: \(roadmap.joined(separator: ", ")).")
            sources.append("details: RoadmapIds")
        }
        let fields = post.details.filter { !Self.others.contains($0.name) && !$0.name.isEmpty }
        for field in fields.prefix(Self.most) {
            var flow = TextFlow()
            flow.append(field.value.utf8)
            let value = flow.take()
            guard !value.isEmpty else { continue }
            sentences.append(
                "\(Excerpt.of(field.name, most: 40)): \(Excerpt.of(value, most: 120)).")
            sources.append("details: \(Excerpt.of(field.name, most: 40))")
        }
        if fields.count > Self.most {
            sentences.append("And \(fields.count - Self.most) more fields.")
        }
        text = PlainMarkdown.escaped(sentences.joined(separator: " "))
        source = sources.joined(separator: ", ")
    }

    /// The numbers of `413709` and `1,2`, each once; other words are left as they are.
    private static func ids(_ values: [String]) -> [String] {
        var ids: [String] = []
        for part in values.flatMap({ $0.split(separator: ",") }) {
            var flow = TextFlow()
            flow.append(part.utf8)
            let id = Excerpt.of(flow.take(), most: 40)
            if !id.isEmpty, !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
