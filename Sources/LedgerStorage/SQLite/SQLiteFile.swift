import Files
import Glibc

/// The file of an SQLite ledger as the file system has it.
struct SQLiteFile {
    let ledger: LedgerLocation

    /// The path as SQLite takes it.
    ///
    /// SQLite reads an empty path, `:memory:` and `file:` as something else than files, unless the
    /// path begins with a folder.
    var path: String { ledger.path.hasPrefix("/") ? ledger.path : "./\(ledger.path)" }

    /// The write-ahead log that SQLite keeps beside the file while it is in use.
    var log: String { "\(path)-wal" }

    /// The file as SQLite takes it together with options.
    func uri(_ options: String) -> String {
        let escaped = path.utf8.map { byte in
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
        if stat(ledger.folder, &status) == 0 { try requireBelieved(status, ledger.folder) }
        guard stat(path, &status) == 0 else {
            let code = errno
            guard code == ENOENT else {
                throw error(.unreadable(reason: Self.reason(code)))
            }
            guard size(of: log) == 0 else {
                throw .damaged(
                    ledger, nil, "the file is gone, but \(ledger)-wal still holds entries of it")
            }
            return nil
        }
        try requireBelieved(status, ledger.path)
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        case S_IFDIR: throw error(.notALedger(reason: "it is a folder"))
        default: throw error(.notALedger(reason: "it is not a regular file"))
        }
    }

    /// Checks that what was found and not named was made by this user, or by the system's.
    private func requireBelieved(_ status: stat, _ path: String) throws(LedgerError) {
        guard ledger.origin == .found, status.st_uid != 0, status.st_uid != geteuid() else {
            return
        }
        throw error(.foreignOwner(path: path, owner: status.st_uid))
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
        guard ledger.origin != .named(mayBeNew: false) else { throw error(.absent) }
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
        do {
            if !folder.isEmpty { try Folder.make(folder, permissions: 0o700) }
        } catch {
            throw self.error(
                .unwritable(reason: "the folder \(folder) cannot be created: \(error.reason)"))
        }
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            try synchronise(folder: folder.isEmpty ? "/" : folder)
        } else if errno != EEXIST {
            throw error(.unwritable(reason: "it cannot be created: \(Self.reason(errno))"))
        }
    }

    private func synchronise(folder: String) throws(LedgerError) {
        do {
            try WholeFile.synchronise(folder: folder)
        } catch {
            throw self.error(
                .unwritable(reason: "\(folder) cannot be written to disk: \(error.reason)"))
        }
    }

    private func error(_ cause: LedgerError.Cause) -> LedgerError { LedgerError(ledger, cause) }

    /// Checks that the file may be read at all, since SQLite's own message does not say why not.
    func requireReadable() throws(LedgerError) {
        guard access(path, R_OK) == 0 else {
            throw error(.unreadable(reason: Self.reason(errno)))
        }
    }

    /// Checks that the file may be added to, for the same reason.
    func requireWritable() throws(LedgerError) {
        guard access(path, R_OK | W_OK) == 0 else {
            throw error(.unwritable(reason: Self.reason(errno)))
        }
    }

    /// What an error number means for somebody who wants to use the ledger.
    private static func reason(_ code: CInt) -> String {
        let words = SystemError(code).description
        guard code == EACCES || code == EPERM else { return words }
        return "\(words); run as its owner, or let the owner share it"
    }
}
