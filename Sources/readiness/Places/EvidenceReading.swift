import Foundation
import Rollout

/// Reads files that are shown as evidence.
enum EvidenceReading {
    /// The name, size and digest of a file, which is opened once and read in pieces.
    ///
    /// - Throws: `CommandFailure` where it is not a regular file that can be read.
    static func read(_ path: String) throws -> EvidenceFile {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw failure(path, String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw failure(path, "it is not a regular file")
        }
        var size = 0
        var hasher = ContentDigest.Hasher()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path, String(cString: strerror(errno))) }
            if count == 0 { break }
            size += count
            hasher.add(buffer[..<count])
        }
        let name = (path as NSString).lastPathComponent
        return EvidenceFile(name: name, size: size, digest: hasher.digest)
    }

    private static func failure(_ path: String, _ reason: String) -> CommandFailure {
        CommandFailure(
            .fileTrouble, "The evidence \(path) cannot be read: \(reason). Nothing was recorded.")
    }
}
