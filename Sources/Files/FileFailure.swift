import Glibc

/// Why a file could not be read or written.
package enum FileFailure: Error, Hashable, Sendable {
    case emptyPath
    /// A C string ends at NUL: the rest would be dropped and another file used.
    case nulInPath
    /// Something else than a file stands there, in words: "a folder".
    case notAFile(String)
    /// It has more bytes than are read.
    case tooLarge(limit: Int)
    /// It changed while it was read, or between that and writing it.
    case changed
    case system(SystemError)

    /// What is wrong, as the end of a sentence after a colon.
    package var reason: String {
        switch self {
        case .emptyPath: return "the path is empty"
        case .nulInPath: return "the path contains a NUL character"
        case .notAFile(let what): return "it is \(what), not a file"
        case .tooLarge(let limit):
            return "it is larger than \(limit) bytes, the most that is read"
        case .changed: return "it changed meanwhile"
        case .system(let error): return error.description
        }
    }

    /// What to do about it; empty where nothing can be said.
    package var advice: String {
        switch self {
        case .emptyPath, .nulInPath, .notAFile: return "name a file"
        case .tooLarge: return "split the file"
        case .changed: return "try again"
        case .system(let error):
            switch error.code {
            case ENOENT, ENOTDIR: return "check the path"
            case EACCES, EPERM: return "allow it, for example with `chmod u+r`"
            case ELOOP, ENXIO: return "name the file itself"
            default: return ""
            }
        }
    }

    /// The failure that the last call of the system left behind.
    package static var last: FileFailure { .system(SystemError()) }
}
