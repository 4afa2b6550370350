package import Rollout

/// What the system says about a file.
package struct FileStatus: Hashable, Sendable {
    package let type: FileType
    /// In bytes.
    package let size: Int64
    /// No where the kernel makes the content up, and the size is none.
    package var hasSize = true
    /// The twelve permission bits.
    package let mode: UInt16
    package let userID: UInt32
    package let groupID: UInt32
    /// The name of the owner; nil where the system knows none.
    package let user: String?
    /// The name of the group; nil where the system knows none.
    package let group: String?
    package let modified: Instant

    package init(
        type: FileType, size: Int64, mode: UInt16, userID: UInt32, groupID: UInt32, user: String?,
        group: String?, modified: Instant
    ) {
        self.type = type
        self.size = size
        self.mode = mode
        self.userID = userID
        self.groupID = groupID
        self.user = user
        self.group = group
        self.modified = modified
    }
}
