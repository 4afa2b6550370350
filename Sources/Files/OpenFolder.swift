import Glibc

/// A folder that is open: what is done in it stays in it, even if its path comes to lead elsewhere.
///
/// Names are single names, never paths, and links in their place are refused.
package final class OpenFolder {
    private let descriptor: Int32

    /// Opens the folder at a path, which may be reached through links.
    package init(path: String) throws(FileFailure) {
        guard !path.isEmpty else { throw .emptyPath }
        guard !path.utf8.contains(0) else { throw .nulInPath }
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
    }

    /// Opens a folder of this one, which must be a folder itself.
    private init(_ name: String, in parent: OpenFolder) throws(FileFailure) {
        descriptor = openat(
            parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
    }

    deinit { close(descriptor) }

    /// Opens a folder in this one.
    package func folder(_ name: String) throws(FileFailure) -> OpenFolder {
        try Self.requireName(name)
        return try OpenFolder(name, in: self)
    }

    /// Opens a folder in this one, and makes it where there is none.
    ///
    /// The permissions are those of a folder that is new, less those of the umask.
    package func makeFolder(
        _ name: String, permissions: UInt32
    ) throws(FileFailure) -> OpenFolder {
        try Self.requireName(name)
        if mkdirat(descriptor, name, permissions) == 0 {
            try synchronise()
        } else if errno != EEXIST {
            throw .last
        }
        return try OpenFolder(name, in: self)
    }

    /// The names of what is in the folder, in the order of their bytes; those beyond so many are left out.
    ///
    /// A name that is not UTF-8 comes with replacement characters, and leads nowhere.
    package func names(most: Int) throws(FileFailure) -> [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw .last }
        guard let listing = fdopendir(copy) else {
            close(copy)
            throw .last
        }
        defer { closedir(listing) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(listing) else {
                guard errno == 0 else { throw .last }
                break
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            names.append(name)
            guard names.count < most else { break }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Opens a regular file for reading.
    package func file(_ name: String) throws(FileFailure) -> RegularFile {
        try Self.requireName(name)
        return try RegularFile(
            descriptor: openat(
                descriptor, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW))
    }

    /// Makes a file that was not there before.
    package func makeFile(_ name: String, permissions: UInt32) throws(FileFailure) -> NewFile {
        try Self.requireName(name)
        let made = openat(
            descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
        guard made >= 0 else { throw .last }
        return NewFile(descriptor: made)
    }

    /// Moves a file into another folder, in place of what stands there.
    package func move(
        _ name: String, to folder: OpenFolder, as newName: String
    ) throws(FileFailure) {
        try Self.requireName(newName)
        guard renameat(descriptor, name, folder.descriptor, newName) == 0 else { throw .last }
        try folder.synchronise()
    }

    /// Removes a file; one that is not there is no failure.
    package func remove(_ name: String) {
        unlinkat(descriptor, name, 0)
    }

    /// Makes the entries of the folder durable, so that a new file in it survives a power cut.
    package func synchronise() throws(FileFailure) {
        // Some file systems cannot synchronise a folder and say EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last }
    }

    private static func requireName(_ name: String) throws(FileFailure) {
        guard !name.isEmpty else { throw .emptyPath }
        guard !name.utf8.contains(0) else { throw .nulInPath }
        guard name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/")) else {
            throw .notAFile("a path")
        }
    }
}
