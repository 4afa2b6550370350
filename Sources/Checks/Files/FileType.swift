import Glibc

/// What stands under a path, once links are followed.
package enum FileType: String, Hashable, Sendable, CaseIterable {
    case file, directory, fifo, socket, device

    /// The type that is in the mode of a file's status.
    init?(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .directory
        case S_IFIFO: self = .fifo
        case S_IFSOCK: self = .socket
        case S_IFCHR, S_IFBLK: self = .device
        default: return nil
        }
    }

    /// The type with its article.
    var words: String { "a \(rawValue)" }
}
