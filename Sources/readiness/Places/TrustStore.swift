import Foundation
import Rollout

/// The digests of the checklist texts that this account trusts to run commands.
///
/// They are kept in the account's own state folder and never beside a checklist, so that a
/// checklist cannot bring its own trust along.
struct TrustStore {
    /// One trusted text.
    struct Entry {
        /// What the trust is tied to.
        let digest: ContentDigest
        /// The path that it had when it was trusted, for people.
        let path: String
    }

    /// The file that the digests are kept in.
    let path: String

    /// The store of the account: `$XDG_STATE_HOME/readiness/trusted`, else below `~/.local/state`.
    static var own: TrustStore {
        let home = FileManager.default.homeDirectoryForCurrentUser.path
        let state = Machine.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return TrustStore(path: "\(state ?? "\(home)/.local/state")/readiness/trusted")
    }

    private var folder: String { (path as NSString).deletingLastPathComponent }

    /// What is trusted; nothing where the store does not exist.
    ///
    /// - Throws: `CommandFailure` where the store cannot be read, or others may write to it.
    func entries() throws -> [Entry] {
        guard let folderStatus = try Self.status({ stat(folder, &$0) }, failure: trouble) else {
            return []
        }
        try requireOwn(folderStatus, "its folder \(folder)")
        // Without O_NONBLOCK a FIFO would wait for somebody to write into it.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return [] }
            throw trouble("cannot be read: \(String(cString: strerror(errno)))")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let status = try Self.status({ fstat(descriptor, &$0) }, failure: trouble) ?? stat()
        guard status.st_mode & S_IFMT == S_IFREG else { throw trouble("is not a file") }
        try requireOwn(status, "it")
        guard let data = try? file.readToEnd() ?? Data() else { throw trouble("cannot be read") }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap(Self.entry)
    }

    /// Changes what is trusted in one step, while no other program does.
    ///
    /// Without the lock a trust that is taken away could come back with what another program adds.
    func change(_ body: (inout [Entry]) -> Void) throws {
        guard
            (try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])) != nil
        else { throw trouble("cannot be written: its folder \(folder) cannot be made") }
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
            throw trouble("cannot be locked: \(String(cString: strerror(errno)))")
        }
        defer { close(lock) }
        var entries = try entries()
        body(&entries)
        let lines = entries.map { entry in
            "\(entry.digest) \(entry.path.filter { !$0.isNewline })\n"
        }
        try WholeFile.write(lines.joined(), to: path, permissions: 0o600)
    }

    private static func entry(_ line: Substring) -> Entry? {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        return parts.first.flatMap(ContentDigest.init).map {
            Entry(digest: $0, path: parts.count > 1 ? parts[1] : "")
        }
    }

    /// What the system says of a file; nil where there is none.
    private static func status(
        _ call: (inout stat) -> Int32, failure: (String) -> CommandFailure
    ) throws -> stat? {
        var status = stat()
        guard call(&status) != 0 else { return status }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw failure("cannot be read: \(String(cString: strerror(errno)))")
    }

    private func requireOwn(_ status: stat, _ name: String) throws {
        guard status.st_uid == getuid(), status.st_mode & 0o022 == 0 else {
            throw trouble(
                "is not safe: \(name) can be written to by others. Remove it, or take their right "
                    + "to write away (chmod go-w) if all that it says is yours")
        }
    }

    private func trouble(_ reason: String) -> CommandFailure {
        CommandFailure(.fileTrouble, "The list of trusted checklists \(path) \(reason).")
    }
}
