package import CanonicalJSON
import Rollout

/// Posts out of one source: an object, an array, a reply of Microsoft Graph, or JSON lines.
package struct PostFeed: Sendable {
    package private(set) var posts: [Announcement] = []
    package private(set) var mistakes: [PostMistake] = []

    /// Reads the bytes of a file or of standard input.
    package init(_ bytes: [UInt8]) {
        guard let text = UnicodeText.unmarked(bytes) else {
            mistakes.append(PostMistake(place: .whole, reason: .notUTF8))
            return
        }
        do throws(JSONSyntaxError) {
            take(try JSONValue(jsonBytes: text))
        } catch {
            takeLines(text, or: error)
        }
        if posts.isEmpty, mistakes.isEmpty {
            mistakes.append(PostMistake(place: .whole, reason: .noPosts))
        }
    }

    /// Takes a reply of Microsoft Graph, or what else is one value.
    package init(_ value: JSONValue) { take(value) }

    private mutating func take(_ value: JSONValue) {
        if let list = value.items ?? value["value"]?.items {
            for (index, item) in list.enumerated() { takePost(item, at: .post(index + 1)) }
        } else {
            takePost(value, at: .whole)
        }
    }

    /// Takes each line as a value; where not even the first one is, the whole is no JSON.
    private mutating func takeLines(_ text: [UInt8], or error: JSONSyntaxError) {
        let lines = text.split(separator: 10, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard line.contains(where: { $0 > 32 }) else { continue }
            do throws(JSONSyntaxError) {
                takePost(try JSONValue(jsonBytes: Array(line)), at: .line(index + 1))
            } catch let mistake {
                guard !posts.isEmpty || !mistakes.isEmpty else {
                    mistakes = [PostMistake(place: .whole, reason: .syntax(error))]
                    return
                }
                mistakes.append(PostMistake(place: .line(index + 1), reason: .syntax(mistake)))
            }
        }
    }

    private mutating func takePost(_ value: JSONValue, at place: PostMistake.Place) {
        guard let reader = PostReader(value) else {
            return mistakes.append(PostMistake(place: place, reason: .notAnObject))
        }
        do throws(PostReader.PostReason) {
            posts.append(try reader.post())
        } catch {
            mistakes.append(PostMistake(place: place, reason: error.reason))
        }
    }

    /// Each post once: the version that was modified last, and of two such the one that came last;
    /// in the order in which their ids came first.
    package static func newest(_ posts: [Announcement]) -> [Announcement] {
        var places: [String: Int] = [:]
        var newest: [Announcement] = []
        for post in posts {
            guard let place = places[post.id] else {
                places[post.id] = newest.count
                newest.append(post)
                continue
            }
            let known = newest[place].modified?.milliseconds ?? .min
            if post.modified?.milliseconds ?? .min >= known { newest[place] = post }
        }
        return newest
    }

    /// The ids of posts that say different things, of which none says when it was modified: which one
    /// is the newest, nobody can tell.
    package static func undecided(_ posts: [Announcement]) -> [String] {
        let newest = newest(posts).filter { $0.modified == nil }
        let byID = Dictionary(newest.map { ($0.id, $0) }) { first, _ in first }
        let doubtful = Set(
            posts.filter { post in byID[post.id].map { $0 != post } ?? false }.map(\.id))
        return newest.map(\.id).filter(doubtful.contains)
    }
}
