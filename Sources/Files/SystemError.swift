import Glibc

/// An error number of the system, with what it means for somebody who named a file.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number, as in errno(3).
    package let code: Int32

    /// The number that the last call of the system left behind, unless one is given.
    package init(_ code: Int32 = errno) {
        self.code = code
    }

    package static let missing = SystemError(ENOENT)

    /// The end of a sentence after a colon: "permission denied".
    package var description: String {
        switch code {
        case ENOENT: return "it does not exist"
        case ENOTDIR: return "a part of its path is a file, not a folder"
        case EISDIR: return "it is a folder"
        case EACCES, EPERM: return "permission denied"
        case EROFS: return "the file system is read-only"
        case ELOOP:
            return "it is a symbolic link that is not followed here, or one that leads in a circle"
        case ENAMETOOLONG: return "its path is too long"
        case ENXIO: return "it is a socket or a device, not a file"
        case ENOSPC, EDQUOT: return "the disk or quota is full"
        case EMFILE, ENFILE: return "too many files are open"
        default: return String(cString: strerror(code))
        }
    }
}
