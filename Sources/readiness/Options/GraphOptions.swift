import ArgumentParser
import Operations
import Rollout

/// Which posts are fetched from Microsoft Graph.
struct GraphOptions: ParsableArguments {
    @Flag(help: "Fetch the posts from Microsoft Graph, with the token in $READINESS_GRAPH_TOKEN.")
    var graph = false

    @Option(
        help: ArgumentHelp(
            "With --graph: only posts that were modified since a day (in UTC) or an instant.",
            valueName: "moment"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "The address of Microsoft Graph, such as https://graph.microsoft.us. Default: \(GraphSource.usualBase).",
            valueName: "url"))
    var graphBase: String?

    /// Refuses what does not go together.
    func validate(_ names: [String]) throws {
        guard graph else {
            if since != nil || graphBase != nil {
                throw ValidationError("--since and --graph-base go with --graph.")
            }
            guard !names.isEmpty else {
                throw ValidationError("Name files with posts, or give --graph.")
            }
            return
        }
        for name in names where !Self.isID(name) {
            throw ValidationError(
                "With --graph posts are named by their ids, such as MC1169566, not \"\(name)\".")
        }
        if since != nil, !names.isEmpty {
            throw ValidationError("Name posts or give --since, not both.")
        }
        if let since, AsOf(since) == nil {
            throw ValidationError("--since takes a day or an instant, not \"\(since)\".")
        }
    }

    /// What fetches the posts.
    func source(_ ids: [String], _ context: OperationContext) throws -> GraphSource {
        try GraphSource(
            base: graphBase ?? GraphSource.usualBase, ids: ids.map { $0.uppercased() },
            since: since.flatMap { AsOf($0) }?.begin(in: .utc), context)
    }

    private static func isID(_ text: String) -> Bool {
        let letters = text.utf8.prefix { (65...90).contains($0) || (97...122).contains($0) }
        let digits = text.utf8.dropFirst(letters.count)
        return (1...8).contains(letters.count) && (1...12).contains(digits.count)
            && digits.allSatisfy { (48...57).contains($0) }
    }
}
