import Foundation

/// Writes files so that a reader sees the old content or the new one, never a part.
enum WholeFile {
    /// Writes a text beside the path, makes it durable and moves it into place.
    ///
    /// - Throws: `CommandFailure`; the old file is then as it was.
    static func write(_ text: String, to path: String, permissions: mode_t) throws {
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw failure(path) }
        var left = Array(text.utf8)[...]
        var isWhole = true
        while isWhole, !left.isEmpty {
            let count = left.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            isWhole = count > 0
            left = left.dropFirst(max(0, count))
        }
        isWhole = isWhole && fsync(descriptor) == 0
        let problem = errno
        isWhole = close(descriptor) == 0 && isWhole && rename(temporary, path) == 0
        guard isWhole else {
            if problem != 0 { errno = problem }
            let failure = failure(path)
            unlink(temporary)
            throw failure
        }
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure(
            .fileTrouble,
            "\(path) cannot be written: \(String(cString: strerror(errno))). Nothing was changed.")
    }
}
