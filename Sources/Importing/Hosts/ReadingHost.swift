/// Hosts whose pages are for people to read: what they are named for is a link, and no machine needs
/// them.
enum ReadingHost {
    private static let labels: Set<Substring> = [
        "learn", "docs", "doc", "documentation", "help", "support", "blog", "blogs", "kb",
        "techcommunity", "community", "feedback", "feedbackportal", "roadmap", "adoption", "news",
    ]
    private static let names: Set<Substring> = [
        "aka.ms", "go.microsoft.com", "www.microsoft.com", "microsoft.com", "github.com",
    ]

    /// Whether a host, in small letters, is one.
    static func isOne(_ host: some StringProtocol) -> Bool {
        let name = Substring(host)
        return names.contains(name) || labels.contains(name.prefix { $0 != "." })
    }
}
