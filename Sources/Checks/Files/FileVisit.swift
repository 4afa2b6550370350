import Crypto
import Glibc
import Rollout

/// Looks at one path and reads what stands there, all through one descriptor.
struct FileVisit: Sendable {
    let path: String
    /// The whole content is read, for its digest.
    let readsAll: Bool
    /// The beginning of the content is kept.
    let readsText: Bool

    /// How much of a content is kept: 1 MiB.
    static let contentLimit = 1 << 20

    /// `O_PATH` of Linux, which the Swift importer leaves out.
    private static let placeOnly: Int32 = 0o10_000_000

    /// Looks; a named pipe or a device is never opened, so that nothing waits for its other end.
    func look(_ patience: Patience) -> FileObservation {
        guard !path.utf8.contains(0) else {
            return FileObservation(.unknown("its path contains a NUL character"))
        }
        guard !patience.isOver else { return FileObservation(.unknown(Self.ended(patience))) }
        let target = linkTarget
        // A descriptor of the place alone: it needs no right to read, has no effect on a pipe or a
        // device, and stays with the file where the path is given to another one meanwhile.
        let place = open(path, Self.placeOnly | O_CLOEXEC)
        guard place >= 0 else { return missing(errno, target) }
        defer { close(place) }
        var status = stat()
        guard fstat(place, &status) == 0 else {
            return FileObservation(.unknown(Self.words(errno)), linkTarget: target)
        }
        guard let seen = FileStatus(status) else {
            return FileObservation(
                .unknown("the system gives it no known type"), linkTarget: target)
        }
        guard readsAll || readsText, seen.type == .file else {
            return FileObservation(.there(seen), linkTarget: target)
        }
        return read(place, seen, status, target, patience)
    }

    private func missing(_ code: Int32, _ target: String?) -> FileObservation {
        guard code == ENOENT || code == ENOTDIR else {
            return FileObservation(.unknown(Self.words(code)), linkTarget: target)
        }
        return FileObservation(target == nil ? .absent : .danglingLink, linkTarget: target)
    }

    /// What the path names where it is a symbolic link.
    private var linkTarget: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count >= 0 else { return nil }
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func read(
        _ place: Int32, _ seen: FileStatus, _ before: stat, _ target: String?, _ patience: Patience
    ) -> FileObservation {
        func trouble(_ reason: String) -> FileObservation {
            FileObservation(.there(seen), linkTarget: target, readingTrouble: reason)
        }
        let descriptor = open("/proc/self/fd/\(place)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return trouble(Self.words(errno)) }
        defer { close(descriptor) }
        var hasher = SHA256()
        var content = CapturedText(limit: Self.contentLimit)
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while readsAll || !content.isCut {
            guard !patience.isOver else { return trouble(Self.ended(patience)) }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return trouble(Self.words(errno)) }
            if count == 0 { break }
            if readsAll {
                buffer.withUnsafeBytes {
                    hasher.update(bufferPointer: .init(rebasing: $0.prefix(count)))
                }
            }
            content.append(buffer.prefix(count))
        }
        var after = stat()
        guard fstat(descriptor, &after) == 0, Self.isSame(before, after) else {
            return trouble("it changed while it was read")
        }
        return FileObservation(
            .there(seen), linkTarget: target,
            sha256: readsAll ? ContentDigest.hexText(hasher.finalize()) : nil,
            content: readsText ? content : nil)
    }

    private static func isSame(_ left: stat, _ right: stat) -> Bool {
        left.st_size == right.st_size && left.st_mtim.tv_sec == right.st_mtim.tv_sec
            && left.st_mtim.tv_nsec == right.st_mtim.tv_nsec
            && left.st_ctim.tv_sec == right.st_ctim.tv_sec
            && left.st_ctim.tv_nsec == right.st_ctim.tv_nsec
    }

    private static func ended(_ patience: Patience) -> String {
        patience.isStopped ? "it was told to stop" : "the time limit was reached"
    }

    /// What an error number means for somebody who looks at a file.
    private static func words(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: return "there is no permission to"
        case ELOOP: return "its symbolic links lead in a circle"
        case ENAMETOOLONG: return "its path is too long"
        case EMFILE, ENFILE: return "too many files are open"
        default: return "the system says: \(String(cString: strerror(code)))"
        }
    }
}

extension ContentDigest {
    /// Bytes as lower-case hexadecimal digits.
    fileprivate static func hexText(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
