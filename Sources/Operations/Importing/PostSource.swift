import Files
import Foundation
package import Importing
package import Rollout

/// Reads the posts that somebody names: files, folders of them, and what was read before.
package struct PostSource: Sendable {
    /// What could not be read, with the name of its source.
    package struct Mistake: Hashable, Sendable, CustomStringConvertible {
        package let source: String
        package let mistake: PostMistake

        package var description: String { "\(source)\(mistake.words)" }

        /// A source without posts.
        package static func noPosts(in source: String) -> Mistake {
            Mistake(source: source, mistake: PostMistake(place: .whole, reason: .noPosts))
        }
    }

    /// The newest version of each post.
    package private(set) var posts: [Announcement] = []
    package private(set) var pages: [PageAnnouncement] = []
    package private(set) var mistakes: [Mistake] = []

    /// More than this is no export.
    package static let mostBytes = 256 << 20

    /// Reads files and folders; `-` stands for what came on standard input.
    package init(_ names: [String], input: [UInt8]) throws(OperationFailure) {
        var all: [Announcement] = []
        var found: [(source: String, page: PageAnnouncement)] = []
        for name in names {
            let paths = try Self.files(name)
            if paths.isEmpty {
                mistakes.append(.noPosts(in: name))
            }
            for path in paths {
                let bytes = path == "-" ? input : try Self.bytes(path)
                if let page = Self.page(bytes) {
                    found.append((path == "-" ? "standard input" : path, page))
                    continue
                }
                let feed = PostFeed(bytes)
                all += feed.posts
                let source = path == "-" ? "standard input" : path
                mistakes += feed.mistakes.map { Mistake(source: source, mistake: $0) }
            }
        }
        take(all)
        take(found)
    }

    /// Takes the newest version of each post; which one that is may not be known.
    private mutating func take(_ all: [Announcement]) {
        let undecided = PostFeed.undecided(all)
        mistakes += undecided.map {
            Mistake(
                source: $0, mistake: PostMistake(place: .whole, reason: .undecidedVersions))
        }
        posts = PostFeed.newest(all).filter { !undecided.contains($0.id) }
    }

    /// Takes pages; one of an id that another page or a post has would be the same checklist.
    private mutating func take(_ found: [(source: String, page: PageAnnouncement)]) {
        var sources = Dictionary(posts.map { ($0.id, "a post") }) { one, _ in one }
        for (source, page) in found {
            guard let other = sources.updateValue(sources[page.id] ?? source, forKey: page.id)
            else {
                pages.append(page)
                continue
            }
            // Named twice, it is one.
            guard !pages.contains(page) else { continue }
            let mistake = PostMistake(place: .whole, reason: .sameID(page.id, source: other))
            mistakes.append(Mistake(source: source, mistake: mistake))
        }
    }

    /// Takes what was fetched, from the sources that it came of; `since` leaves out posts that say
    /// that they were modified before.
    package init(_ feeds: [(source: String, feed: PostFeed)], since: Instant? = nil) {
        mistakes = feeds.flatMap { source, feed in
            feed.mistakes.map { Mistake(source: source, mistake: $0) }
        }
        take(feeds.flatMap(\.feed.posts))
        posts = posts.filter { post in
            guard let since, let modified = post.modified else { return true }
            return modified >= since
        }
    }

    /// What was read in each post and page; those that cannot be read become mistakes.
    package mutating func read() async -> [any ImportedAnnouncement] {
        var read: [any ImportedAnnouncement] = []
        for (post, outcome) in zip(posts, await Self.read(posts)) {
            switch outcome {
            case .success(let announcement): read.append(announcement)
            case .failure(let mistake): mistakes.append(Mistake(source: post.id, mistake: mistake))
            }
        }
        return read + pages
    }

    /// Reads posts on all processors; the results are in their order.
    private static func read(
        _ posts: [Announcement]
    ) async -> [Result<ReadAnnouncement, PostMistake>] {
        await AllProcessors.map(posts, share: 16) { post in
            Result { () throws(PostMistake) in try ReadAnnouncement(post) }
        }
    }

    /// The page that a text is; nil for JSON, and for what is no page.
    private static func page(_ bytes: [UInt8]) -> PageAnnouncement? {
        // The marks of encodings stand before it, and in UTF-16 zeros between the signs.
        let first = bytes.prefix(64).first { (33..<127).contains($0) }
        guard first != UInt8(ascii: "{"), first != UInt8(ascii: "["), bytes.count <= 1 << 20 else {
            return nil
        }
        return PageAnnouncement(bytes)
    }

    private static func bytes(_ path: String) throws(OperationFailure) -> [UInt8] {
        do throws(FileFailure) {
            return try RegularFile(path: path).bytes(limit: mostBytes)
        } catch {
            throw .file(.posts, path: path, error)
        }
    }

    /// The files that a name stands for, in the order of their paths; hidden ones are left out.
    private static func files(_ name: String) throws(OperationFailure) -> [String] {
        guard name != "-", Folder.exists(name) else { return [name] }
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: name) else {
            throw .file(.posts, path: name, .last)
        }
        let start = name.hasSuffix("/") ? name : "\(name)/"
        return paths.filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") }
                && (path.hasSuffix(".json") || path.hasSuffix(".jsonl"))
        }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { start + $0 }
    }
}
