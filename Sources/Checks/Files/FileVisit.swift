import Files
import Glibc
import Rollout

/// Looks at one path and reads what stands there, all through one descriptor.
struct FileVisit: Sendable {
    let path: String
    /// The whole content is read, for its digest.
    let readsAll: Bool
    /// The beginning of the content is kept.
    let readsText: Bool
    /// The folder that a file must lie in for its content to be judged; nil where any may be.
    let confinement: String?

    /// How long it may take, for the words about it; the deadline holds.
    let limit: Duration

    /// How much of a content is kept, in bytes.
    var contentLimit = 1 << 20

    /// `O_PATH` of Linux, which the Swift importer leaves out.
    private static let placeOnly: Int32 = 0o10_000_000

    /// Looks; a named pipe or a device is never opened, so that nothing waits for its other end.
    func look(_ deadline: Deadline) -> FileObservation {
        guard !path.utf8.contains(0) else {
            return unseen(FileFailure.nulInPath.reason)
        }
        guard !deadline.isOver else { return FileObservation(.unknown(ended(deadline))) }
        // With a slash at its end the system would follow a link.
        let target = FilePlace.link(pathWithoutSlash)
        // A descriptor of the place alone: it needs no right to read, has no effect on a pipe or a
        // device, and stays with the file where the path is given to another one meanwhile.
        let place = open(path, Self.placeOnly | O_CLOEXEC)
        guard place >= 0 else { return missing(errno, target) }
        defer { close(place) }
        var status = stat()
        guard fstat(place, &status) == 0 else {
            return unseen(SystemError().description, target)
        }
        guard var seen = FileStatus(status) else {
            return unseen("the system gives it no known type", target)
        }
        seen.hasSize = seen.type != .file || !KernelFileSystem.holds(place, status)
        guard readsAll || readsText, seen.type == .file else {
            return FileObservation(.there(seen), linkTarget: target)
        }
        guard confinement.map({ FilePlace.lies(place, in: $0) }) ?? true else {
            return FileObservation(
                .there(seen), linkTarget: target, obstacle: Obstacle(.notTrusted, ["path": path]))
        }
        return read(place, seen, status, target, deadline)
    }

    private func missing(_ code: Int32, _ target: String?) -> FileObservation {
        guard code == ENOENT || code == ENOTDIR else {
            return unseen(SystemError(code).description, target)
        }
        var status = stat()
        // With a slash at its end a link to a file is no dangling one.
        if pathWithoutSlash != path, stat(pathWithoutSlash, &status) == 0 {
            return FileObservation(.noDirectory, linkTarget: target)
        }
        return FileObservation(target == nil ? .absent : .danglingLink, linkTarget: target)
    }

    /// The path without what asks for a directory at its end.
    private var pathWithoutSlash: String {
        var rest = path[...]
        while rest.utf8.count > 1, rest.hasSuffix("/") || rest.hasSuffix("/.") {
            rest = rest.dropLast()
        }
        return String(rest)
    }

    private func read(
        _ place: Int32, _ seen: FileStatus, _ before: stat, _ target: String?, _ deadline: Deadline
    ) -> FileObservation {
        func unread(_ detail: String) -> FileObservation {
            FileObservation(
                .there(seen), linkTarget: target,
                obstacle: Obstacle(.contentUnread, ["path": path, "detail": detail]))
        }
        let descriptor = open("/proc/self/fd/\(place)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return unread(SystemError().description) }
        defer { close(descriptor) }
        var hasher = ContentDigest.Hasher()
        var content = CapturedText(limit: contentLimit)
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while readsAll || !content.isCut {
            guard !deadline.isOver else {
                return FileObservation(
                    .there(seen), linkTarget: target, obstacle: ended(deadline))
            }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return unread(SystemError().description) }
            if count == 0 { break }
            if readsAll { hasher.add(buffer.prefix(count)) }
            content.append(buffer.prefix(count))
        }
        var after = stat()
        guard fstat(descriptor, &after) == 0, Self.isSame(before, after) else {
            return unread(FileFailure.changed.reason)
        }
        return FileObservation(
            .there(seen), linkTarget: target,
            sha256: readsAll ? hasher.digest.hex : nil,
            content: readsText ? content : nil)
    }

    private static func isSame(_ left: stat, _ right: stat) -> Bool {
        left.st_size == right.st_size
            && left.modifiedNanoseconds == right.modifiedNanoseconds
            && left.changedNanoseconds == right.changedNanoseconds
    }

    private func ended(_ deadline: Deadline) -> Obstacle {
        deadline.isStopped
            ? Obstacle(.stopped) : Obstacle(.fileTimedOut, ["path": path, "limit": limit.language])
    }

    private func unseen(_ detail: String, _ target: String? = nil) -> FileObservation {
        FileObservation(
            .unknown(Obstacle(.pathUnseen, ["path": path, "detail": detail])), linkTarget: target)
    }
}
