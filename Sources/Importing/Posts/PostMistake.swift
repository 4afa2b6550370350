package import CanonicalJSON

/// Why a post cannot be read.
package struct PostMistake: Error, Hashable, Sendable {
    /// Where the post stands in its source.
    package enum Place: Hashable, Sendable {
        case whole
        /// The line of JSON lines, from 1.
        case line(Int)
        /// The post of a list, from 1.
        case post(Int)
    }

    package enum Reason: Hashable, Sendable {
        case syntax(JSONSyntaxError)
        case notUTF8
        /// There is no object where a post should stand.
        case notAnObject
        /// No post is in it.
        case noPosts
        case noID
        /// The id is not letters and digits.
        case oddID(String)
        /// It has no text: no body, an empty one, or one of markup alone.
        case noText
        /// Several versions of it are there, and none says when it was modified.
        case undecidedVersions
        /// Another page or post with this id was read from that source.
        case sameID(String, source: String)
        case tooLong(bytes: Int)
        case tooManyTags(Int)
    }

    package let place: Place
    package let reason: Reason

    package init(place: Place, reason: Reason) {
        self.place = place
        self.reason = reason
    }
}
