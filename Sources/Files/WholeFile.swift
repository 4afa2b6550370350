import Glibc

/// Writes files so that a reader sees the old content or the new one, never a part.
package enum WholeFile {
    /// Writes the bytes beside the path, makes them durable and moves them into place.
    ///
    /// Where it throws, the old file is as it was.
    ///
    /// The file need not exist; its folder must. The permissions are those of a file that is new,
    /// less those of the umask.
    package static func write(
        _ bytes: [UInt8], to path: String, permissions: UInt32
    ) throws(FileFailure) {
        try put(bytes, permissions, at: path) { rename($0, path) }
    }

    /// Writes a file that is not there yet; false where something is, which stays as it is.
    package static func create(
        _ bytes: [UInt8], at path: String, permissions: UInt32
    ) throws(FileFailure) -> Bool {
        do throws(FileFailure) {
            // Unlike a rename, a link never takes the place of anything.
            try put(bytes, permissions, at: path) { part in
                let outcome = link(part, path)
                guard outcome == 0 else { return outcome }
                return unlink(part)
            }
            return true
        } catch {
            guard case .system(let code) = error, code == SystemError(EEXIST) else { throw error }
            return false
        }
    }

    /// Writes the bytes beside a path; `place` moves them there and returns as the system does.
    private static func put(
        _ bytes: [UInt8], _ permissions: UInt32, at path: String, _ place: (String) -> Int32
    ) throws(FileFailure) {
        guard !path.isEmpty else { throw .emptyPath }
        guard !path.utf8.contains(0) else { throw .nulInPath }
        // The name is new each time, so that what a crash left behind is never in the way.
        let temporary = "\(path).\(getpid())-\(UInt64.random(in: .min ... .max)).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw .last }
        do throws(FileFailure) {
            let file = NewFile(descriptor: descriptor)
            try file.write(bytes)
            try file.synchronise()
            guard place(temporary) == 0 else { throw FileFailure.last }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Makes the entries of a folder durable, so that a new file in it survives a power cut.
    package static func synchronise(folder: String) throws(FileFailure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // A folder that may be written but not read cannot be synchronised by anyone.
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // Some file systems cannot synchronise a folder and say EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last }
    }
}
