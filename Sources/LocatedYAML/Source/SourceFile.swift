import Glibc

/// Reads a file into memory: opened once, a regular file, no larger than the limit.
enum SourceFile {
    /// Why a file was not read.
    struct Refusal: Error {
        /// What stands in the way, without a full stop.
        let reason: String
        /// What to do about it; empty where nothing can be said.
        let fix: String

        /// The refusal of a file above the limit, in bytes.
        static func tooLarge(limit: Int) -> Refusal {
            Refusal(
                reason: "the file is larger than \(limit) bytes, the most that is read",
                fix: "split the file")
        }
    }

    /// The bytes of the file.
    ///
    /// `-` is a file name like any other.
    static func read(path: String, limit: Int) -> Result<[UInt8], Refusal> {
        // A C string ends at NUL: the rest would be dropped and another file read.
        guard !path.isEmpty, !path.utf8.contains(0) else {
            return .failure(
                Refusal(
                    reason: path.isEmpty
                        ? "the path is empty" : "the path contains a NUL character",
                    fix: "name a file"))
        }
        // Without O_NONBLOCK a FIFO would wait for a writer before it can be refused.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { return .failure(refusal(opening: errno)) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(refusal(reading: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .failure(
                Refusal(
                    reason: "this is \(kind(of: status.st_mode)), not a file", fix: "name a file"))
        }
        guard status.st_size <= limit else { return .failure(.tooLarge(limit: limit)) }
        return read(descriptor, expecting: Int(status.st_size), limit: limit)
    }

    /// Reads to the end, which need not be where the size said: the file may be growing.
    private static func read(
        _ descriptor: Int32, expecting size: Int, limit: Int
    ) -> Result<[UInt8], Refusal> {
        var bytes: [UInt8] = []
        // One byte more, so that the end is seen without another round.
        var room = size + 1
        while true {
            var failure: Int32 = 0
            let before = bytes.count
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                while count < room {
                    let got = Glibc.read(
                        descriptor, buffer.baseAddress.map { $0 + count }, room - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    guard got > 0 else { return }
                    count += got
                }
            }
            guard failure == 0 else { return .failure(refusal(reading: failure)) }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            guard bytes.count <= limit else { return .failure(.tooLarge(limit: limit)) }
            guard bytes.count - before == room else { return .success(bytes) }
            room = min(1 << 16, limit - bytes.count + 1)
        }
    }

    private static func refusal(opening code: Int32) -> Refusal {
        switch code {
        case ENOENT:
            Refusal(reason: "the file does not exist", fix: "check the path")
        case ENOTDIR:
            Refusal(reason: "a part of the path is not a folder", fix: "check the path")
        case EACCES, EPERM:
            Refusal(
                reason: "you may not read the file", fix: "allow it, for example with `chmod u+r`")
        case ELOOP:
            Refusal(reason: "the path has too many symbolic links", fix: "name the file itself")
        case ENXIO:
            Refusal(reason: "this is a socket or a device, not a file", fix: "name a file")
        default:
            Refusal(
                reason: "the file cannot be opened: \(String(cString: strerror(code)))", fix: "")
        }
    }

    private static func refusal(reading code: Int32) -> Refusal {
        Refusal(reason: "the file cannot be read: \(String(cString: strerror(code)))", fix: "")
    }

    private static func kind(of mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "a folder"
        case S_IFIFO: "a FIFO"
        case S_IFCHR, S_IFBLK: "a device"
        case S_IFSOCK: "a socket"
        default: "something else"
        }
    }
}
