import Glibc

/// Folders of the file system.
package enum Folder {
    /// Whether there is a folder at the path, be it through a link.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether there is anything at the path.
    package static func holdsSomething(at path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Makes the folder and those that it lies in; what exists stays as it is.
    package static func make(_ path: String, permissions: UInt32) throws(FileFailure) {
        guard !path.isEmpty else { throw .emptyPath }
        guard !path.utf8.contains(0) else { throw .nulInPath }
        var folder = path.hasPrefix("/") ? "" : "."
        for name in path.split(separator: "/") where name != "." {
            let parent = folder.isEmpty ? "/" : folder
            folder += "/\(name)"
            if mkdir(folder, permissions) == 0 {
                // Without this a power cut could take the new folder, and what is put into it.
                try WholeFile.synchronise(folder: parent)
            } else if errno != EEXIST {
                throw .last
            }
        }
        guard exists(path) else { throw .system(SystemError(ENOTDIR)) }
    }

    /// The user id of whom something belongs to and its permission bits; nil where the system does
    /// not tell, and then `errno` says why.
    package static func ownership(of path: String) -> (user: UInt32, mode: UInt32)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return (status.st_uid, status.st_mode & 0o7777)
    }
}
