import Files
import Glibc

/// A file of /proc or /sys, which says no size.
enum ProcFile {
    /// Why it could not be read as a whole.
    struct Failure: Error {
        let error: SystemError

        /// What it belongs to is not there, or is not any more.
        var isGone: Bool { error == SystemError(ENOENT) || error == SystemError(ESRCH) }
    }

    /// All of it; more than the limit is none that the kernel writes.
    static func bytes(_ path: String, limit: Int = 1 << 16) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(error: SystemError()) }
        defer { close(descriptor) }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(error: SystemError()) }
            if count == 0 { return all }
            all += buffer.prefix(count)
            guard all.count <= limit else { throw Failure(error: SystemError(EFBIG)) }
        }
    }

    /// The names in a folder.
    static func names(in path: String) throws(Failure) -> [String] {
        guard let folder = opendir(path) else { throw Failure(error: SystemError()) }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            // The end and a failure look the same but for this.
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw Failure(error: SystemError()) }
                return names
            }
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
    }

    /// Where a link leads.
    static func target(of path: String) throws(Failure) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { throw Failure(error: SystemError()) }
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
