import Foundation

/// Writes files so that a reader sees the old content or the new one, never a part.
enum WholeFile {
    /// Writes a text beside the path, makes it durable and moves it into place.
    ///
    /// - Throws: `CommandFailure`; the old file is then as it was.
    static func write(_ text: String, to path: String, permissions: mode_t) throws {
        // The name is new each time, so that what a crash left behind is never in the way.
        let temporary = "\(path).\(UUID().uuidString).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw failure(path, errno) }
        var problem = fill(descriptor, with: text)
        if close(descriptor) != 0, problem == nil { problem = errno }
        if problem == nil, rename(temporary, path) != 0 { problem = errno }
        guard let problem else { return }
        unlink(temporary)
        throw failure(path, problem)
    }

    /// Writes everything to durable storage; the system's error number where that is not possible.
    private static func fill(_ descriptor: Int32, with text: String) -> Int32? {
        var left = Array(text.utf8)[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return errno }
            left = left.dropFirst(count)
        }
        return fsync(descriptor) == 0 ? nil : errno
    }

    private static func failure(_ path: String, _ code: Int32) -> CommandFailure {
        CommandFailure(
            .fileTrouble,
            "\(path) cannot be written: \(String(cString: strerror(code))). Nothing was changed.")
    }
}
