import Foundation

/// The file of an SQLite ledger as the file system has it.
struct SQLiteFile {
    /// The path as it was given, for errors.
    let path: String

    /// The path as SQLite takes it.
    ///
    /// SQLite reads an empty path, `:memory:` and `file:` as something else than files, unless the
    /// path begins with a folder.
    var location: String { path.hasPrefix("/") ? path : "./\(path)" }

    /// The write-ahead log that SQLite keeps beside the file while it is in use.
    var log: String { "\(location)-wal" }

    /// The file as SQLite takes it together with options.
    func uri(_ options: String) -> String {
        let escaped = location.utf8.map { byte in
            // Letters, digits and `-./` stand for themselves.
            let isPlain = (97...122).contains(byte | 32) || (45...57).contains(byte)
            return isPlain
                ? String(UnicodeScalar(byte))
                : "%" + String(String(Int(byte) + 256, radix: 16).suffix(2))
        }
        return "file:\(escaped.joined())?\(options)"
    }

    /// What identifies the file even if its path comes to name another one.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    /// What the file system says of the file at the path; nil where there is none.
    ///
    /// Throws where something else than a file is in its place.
    func identity() throws(LedgerError) -> Identity? {
        var status = stat()
        guard stat(location, &status) == 0 else {
            let code = errno
            guard code == ENOENT else {
                throw .unreadable(path: path, reason: Self.reason(code))
            }
            guard size(of: log) == 0 else {
                throw .damaged(
                    path: path, sequence: nil,
                    reason: "the file is gone, but \(path)-wal still holds records of it")
            }
            return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        case S_IFDIR: throw .notALedger(path: path, reason: "it is a folder")
        default: throw .notALedger(path: path, reason: "it is not a regular file")
        }
    }

    /// The size of a file in bytes; 0 where there is none.
    func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Creates the file and the folders that it lies in, for their owner alone; what exists stays
    /// as it is.
    ///
    /// People's names, reasons and evidence are nobody else's business until the owner says so.
    func create() throws(LedgerError) {
        let folders = location.split(separator: "/", omittingEmptySubsequences: true).dropLast()
        var folder = location.hasPrefix("/") ? "" : "."
        for name in folders where name != "." {
            let parent = folder
            folder += "/\(name)"
            if mkdir(folder, 0o700) == 0 {
                // Without this a power cut could take the new folder, and the ledger with it.
                try synchronise(folder: parent.isEmpty ? "/" : parent)
            } else if errno != EEXIST {
                throw .unwritable(
                    path: path,
                    reason: "the folder \(folder) cannot be created: \(Self.reason(errno))")
            }
        }
        let descriptor = open(location, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            try synchronise(folder: folder.isEmpty ? "/" : folder)
        } else if errno != EEXIST {
            throw .unwritable(path: path, reason: "it cannot be created: \(Self.reason(errno))")
        }
    }

    private func synchronise(folder: String) throws(LedgerError) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        // A folder that may be written but not read cannot be synchronised by anyone.
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // Some file systems cannot synchronise a folder and say EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw .unwritable(
                path: path, reason: "\(folder) cannot be written to disk: \(Self.reason(errno))")
        }
    }

    /// Checks that the file may be read at all, since SQLite's own message does not say why not.
    func requireReadable() throws(LedgerError) {
        guard access(location, R_OK) == 0 else {
            throw .unreadable(path: path, reason: Self.reason(errno))
        }
    }

    /// Checks that the file may be added to, for the same reason.
    func requireWritable() throws(LedgerError) {
        guard access(location, R_OK | W_OK) == 0 else {
            throw .unwritable(path: path, reason: Self.reason(errno))
        }
    }

    /// The system's own words for an error number.
    private static func reason(_ code: CInt) -> String {
        switch code {
        case EACCES, EPERM: return "permission denied; run as its owner, or let the owner share it"
        case EROFS: return "the file system is read-only"
        case ENOTDIR: return "a part of its path is a file, not a folder"
        case ELOOP: return "its symbolic links go in a circle"
        case ENAMETOOLONG: return "its name is too long"
        case ENOSPC, EDQUOT: return "the disk or quota is full"
        default: return String(cString: strerror(code))
        }
    }
}
