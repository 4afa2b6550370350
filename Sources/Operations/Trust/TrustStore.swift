import Files
import Glibc
import Rollout

/// The checklists that this account trusts to execute what their checks say.
///
/// They are kept in the account's own state folder and never beside a checklist, so that a
/// checklist cannot bring its own trust along.
package struct TrustStore: Sendable {
    private let folder: String

    /// The file that the digests are kept in.
    package var path: String { "\(folder)/trusted" }

    /// The store in a state folder: `readiness/trusted`.
    package init(stateFolder: String) {
        folder = "\(stateFolder)/readiness"
    }

    /// More than this is no list that people made.
    private static let mostBytes = 16 << 20

    /// What is trusted; nothing where the store does not exist.
    package func trusted() throws(OperationFailure) -> [TrustedChecklist] {
        guard Folder.exists(folder) else { return [] }
        try requireOwn(folder, "its folder \(folder)")
        let file: RegularFile
        let bytes: [UInt8]
        do throws(FileFailure) {
            file = try RegularFile(path: path)
            bytes = try file.bytes(limit: Self.mostBytes)
        } catch .system(SystemError(ENOENT)) {
            return []
        } catch {
            throw unreliable("cannot be read: \(error.reason)")
        }
        guard file.owner == geteuid(), file.mode & 0o022 == 0 else {
            throw unsafe("it", file.owner)
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            TrustedChecklist(line: line)
        }
    }

    /// Changes what is trusted in one step, while no other program does.
    ///
    /// Without the lock a trust that is taken away could come back with what another program adds.
    package func change(
        _ body: (inout [TrustedChecklist]) -> Void
    ) throws(OperationFailure) {
        do throws(FileFailure) {
            try Folder.make(folder, permissions: 0o700)
        } catch {
            throw .file(.trust, path: path, error)
        }
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw .file(.trust, path: path, .last) }
        defer { close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw .file(.trust, path: path, .last) }
        var trusted = try trusted()
        body(&trusted)
        let lines = trusted.map { $0.line + "\n" }
        do throws(FileFailure) {
            try WholeFile.write(Array(lines.joined().utf8), to: path, permissions: 0o600)
        } catch {
            throw .file(.trust, path: path, error)
        }
    }

    private func requireOwn(_ path: String, _ name: String) throws(OperationFailure) {
        guard let owner = Folder.ownership(of: path) else {
            throw unreliable("cannot be read: \(SystemError())")
        }
        guard owner.user == geteuid(), owner.mode & 0o022 == 0 else {
            throw unsafe(name, owner.user)
        }
    }

    private func unsafe(_ name: String, _ owner: UInt32) -> OperationFailure {
        guard owner == geteuid() else {
            return unreliable(
                "is not safe: \(name) belongs to another user (uid \(owner)), who can write to it. "
                    + "Remove it, or have it given to you (chown) if all that it says is yours")
        }
        return unreliable(
            "is not safe: \(name) can be written to by others. Remove it, or take their right to "
                + "write away (chmod go-w) if all that it says is yours")
    }

    private func unreliable(_ reason: String) -> OperationFailure {
        .trustStore(path: path, reason: reason)
    }
}
