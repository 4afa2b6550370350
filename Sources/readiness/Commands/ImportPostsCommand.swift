import ArgumentParser
import CanonicalJSON
import Importing
import Operations
import Reporting

/// `readiness import posts`: makes checklists of posts of the Message Center.
struct ImportPostsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posts",
        abstract: "Make checklists of posts of the Microsoft 365 Message Center (the default).",
        discussion: """
            Reads the JSON of Microsoft Graph and of its PowerShell module: one post, an array, a reply \
            with "value", or JSON lines. Of two versions of a post the newest counts.

            Without --output nothing is written: what was read is shown. With it each post becomes \
            FOLDER/mc1169566.yaml. A post that was imported before is compared, and the difference is \
            shown; --write carries it over, but for what people changed. Where people and the post changed \
            the same value, theirs stays, and each import tells it again until the checklist says what the \
            post says or --settle says that theirs is right. A post that does not say when it was modified \
            is never taken for a newer version than the one that was imported; --as-newest does that.

              readiness import posts/*.json --output checklists
              readiness import - --output checklists --write < posts.json

            With --graph the posts are fetched from Microsoft Graph, by their ids or all of them. The token \
            is read from $READINESS_GRAPH_TOKEN; it needs ServiceMessage.Read.All, is never shown, and goes to \
            --graph-base alone. Where a post that was asked for does not come, or cannot be read, nothing \
            is imported.
              readiness import --graph MC1169566 MC1174018 --output checklists
              readiness import --graph --since 2025-10-01 --output checklists --write

            Exit status, the first that fits one of the posts: 65 one cannot be read, or its checklist \
            is wrong or cannot be updated, or nobody can tell which version is newer; 12 a change was cancelled as a whole; 11 a post changed; 0 a post is new, or there is no \
            --output; 10 every post is unchanged, or older than what was imported.
            """)

    @Argument(
        help: ArgumentHelp(
            "Files, folders, or - for standard input; with --graph the ids of posts.",
            valueName: "posts"),
        completion: .file())
    var posts: [String] = []

    @OptionGroup var graph: GraphOptions

    @Option(
        help: ArgumentHelp("The folder of the checklists.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Update checklists whose post changed; what people edited stays.")
    var write = false

    @Flag(help: "With --write: what people edited is right where the post changed it as well.")
    var settle = false

    @Flag(
        help:
            "A post that does not say when it was modified is newer than what was imported, or that does not."
    )
    var asNewest = false

    @Flag(
        help: "Copy the text of impact and preparation, which is the publisher's, into the drafts.")
    var withText = false

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    func validate() throws {
        try graph.validate(posts)
        if output?.isEmpty ?? false { throw ValidationError("--output takes a folder.") }
        if output == nil, write || withText || asNewest {
            throw ValidationError("--write, --with-text and --as-newest go with --output.")
        }
        if settle, !write { throw ValidationError("--settle goes with --write.") }
    }

    func run() async throws {
        var source =
            graph.graph
            ? try await graph.source(posts, Machine.context()).posts()
            : try PostSource(posts, input: Self.input(for: posts))
        let read = await source.read()
        defer { for mistake in source.mistakes { Terminal.complain(mistake.description) } }
        if graph.graph, output != nil, !source.mistakes.isEmpty {
            Terminal.complain(
                "Nothing was imported, because a post cannot be read. Name the others by their ids."
            )
            throw ExitStatus.invalidInput
        }
        if graph.graph, read.isEmpty, source.mistakes.isEmpty {
            // Nothing new is an answer; a tenant has posts, and one without them is empty input.
            guard graph.since != nil else {
                Terminal.complain(PostSource.Mistake.noPosts(in: "Microsoft Graph").description)
                throw ExitStatus.invalidInput
            }
            Terminal.note("No posts.")
        }
        let drafts = try output.map {
            try ImportAnnouncements(
                into: $0, withText: withText, updating: write, settling: settle,
                asNewest: asNewest)(read)
        }
        switch format {
        case .text:
            try Terminal.write(
                drafts.map { $0.map { ImportText.text($0, writes: write) }.joined() }
                    ?? read.map(ImportText.text).joined())
        case .json:
            let values = drafts.map { $0.map(ImportText.json) } ?? read.map(\.json)
            try Terminal.write(json: Array((JSONValue.array(values).prettyText + "\n").utf8))
        }
        if !source.mistakes.isEmpty { throw ExitStatus.invalidInput }
        if let status = Self.status(of: drafts ?? []) { throw status }
    }

    /// What is piped in where `-` is among the posts.
    static func input(for posts: [String]) throws -> [UInt8] {
        posts.contains("-") ? try StandardInput.bytes(limit: PostSource.mostBytes) : []
    }

    /// What drafts came to; nil for success.
    static func status(of drafts: [ImportedDraft]) -> ExitStatus? {
        if drafts.contains(where: {
            [.foreign, .undated, .taken].contains($0.state) || !$0.mistakes.isEmpty
        }) {
            return .invalidInput
        }
        for (state, status) in [
            (ImportedDraft.State.cancelled, ExitStatus.cancelled), (.changed, .changed),
        ] where drafts.contains(where: { $0.state == state }) {
            return status
        }
        return !drafts.isEmpty && drafts.allSatisfy { $0.state == .unchanged || $0.state == .older }
            ? .unchanged : nil
    }
}
