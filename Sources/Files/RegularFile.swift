import Glibc

/// A regular file that is open for reading: opened once, never a pipe, a device or a folder.
///
/// One task at a time reads it.
package final class RegularFile: Sendable {
    private let descriptor: Int32
    /// In bytes, as it was when the file was opened.
    package let size: Int
    /// The user id of its owner.
    package let owner: UInt32
    /// The permission bits.
    package let mode: UInt32

    /// Opens the file, which may be reached through links; `-` is a name like any other.
    package convenience init(path: String) throws(FileFailure) {
        guard !path.isEmpty else { throw .emptyPath }
        guard !path.utf8.contains(0) else { throw .nulInPath }
        // Without O_NONBLOCK a FIFO would wait for a writer before it can be refused.
        try self.init(descriptor: open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY))
    }

    /// Takes over what was just opened, or fails with what the system said of it.
    init(descriptor: Int32) throws(FileFailure) {
        guard descriptor >= 0 else { throw .last }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let failure = FileFailure.last
            close(descriptor)
            throw failure
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(Self.kind(of: status.st_mode))
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        owner = status.st_uid
        mode = status.st_mode & 0o7777
    }

    deinit { close(descriptor) }

    /// Whether it lies in a folder or in one below it, whatever links led to it.
    package func lies(in folder: String) -> Bool { FilePlace.lies(descriptor, in: folder) }

    /// What the file type bits of a mode stand for, with its article.
    package static func kind(of mode: UInt32) -> String {
        switch mode & S_IFMT {
        case S_IFREG: return "a file"
        case S_IFDIR: return "a folder"
        case S_IFLNK: return "a link"
        case S_IFIFO: return "a pipe"
        case S_IFCHR, S_IFBLK: return "a device"
        case S_IFSOCK: return "a socket"
        default: return "something else"
        }
    }

    /// Everything from here to the end, which need not be where the size said: the file may grow.
    ///
    /// The limit is the most bytes that are read; a larger file is a failure.
    package func bytes(limit: Int) throws(FileFailure) -> [UInt8] {
        guard size <= limit else { throw .tooLarge(limit: limit) }
        var bytes: [UInt8] = []
        // One byte more, so that the end is seen without another round.
        var room = size + 1
        while true {
            let piece = try piece(room)
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
            guard piece.count == room else { return bytes }
            room = min(1 << 16, limit - bytes.count + 1)
        }
    }

    /// The next bytes: as many as asked for, and fewer only at the end of the file.
    package func piece(_ most: Int) throws(FileFailure) -> [UInt8] {
        var failure: FileFailure?
        let piece = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            while count < most {
                let got = read(descriptor, buffer.baseAddress.map { $0 + count }, most - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = .last }
                guard got > 0 else { return }
                count += got
            }
        }
        if let failure { throw failure }
        return piece
    }

    /// Has the next piece be the first one again.
    package func rewind() throws(FileFailure) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
    }
}
