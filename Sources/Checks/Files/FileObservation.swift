package import Rollout

/// What was seen of a file.
package struct FileObservation: Hashable, Sendable {
    /// Whether something stands under the path.
    package enum Presence: Hashable, Sendable {
        case there(FileStatus)
        case absent
        /// A symbolic link whose target is not there.
        case danglingLink
        /// Something else than the directory that the slash at the end of the path asks for.
        case noDirectory
        /// It could not be looked at.
        case unknown(Obstacle)
    }

    package let presence: Presence
    /// Where the path is a symbolic link: what it names.
    package let linkTarget: String?
    /// 64 hexadecimal digits; nil where the content was not read to its end.
    package let sha256: String?
    /// The beginning of the content; nil where it was not read.
    package let content: CapturedText?
    /// Why the content was not read to its end; nil where it was, or was not asked for.
    package let obstacle: Obstacle?

    package init(
        _ presence: Presence, linkTarget: String? = nil, sha256: String? = nil,
        content: CapturedText? = nil, obstacle: Obstacle? = nil
    ) {
        self.presence = presence
        self.linkTarget = linkTarget
        self.sha256 = sha256
        self.content = content
        self.obstacle = obstacle
    }
}
