import Files
import Glibc
package import Rollout

/// The checklists that this account trusts to execute what their checks say.
///
/// They are kept in the account's own state folder and never beside a checklist, so that a
/// checklist cannot bring its own trust along.
package struct TrustStore: Sendable {
    /// One trusted checklist.
    package struct Entry: Hashable, Sendable {
        /// What the trust is tied to.
        package let digest: ContentDigest
        /// The path that it had when it was trusted, for people.
        package let path: String

        package init(digest: ContentDigest, path: String) {
            self.digest = digest
            self.path = path
        }
    }

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
    package func entries() throws(OperationFailure) -> [Entry] {
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
            throw trouble("cannot be read: \(error.reason)")
        }
        guard file.owner == geteuid(), file.mode & 0o022 == 0 else { throw unsafe("it") }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap(Self.entry)
    }

    /// Changes what is trusted in one step, while no other program does.
    ///
    /// Without the lock a trust that is taken away could come back with what another program adds.
    package func change(_ body: (inout [Entry]) -> Void) throws(OperationFailure) {
        do throws(FileFailure) {
            try Folder.make(folder, permissions: 0o700)
        } catch {
            throw .file(.trust, path: path, error)
        }
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw .file(.trust, path: path, .last) }
        defer { close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw .file(.trust, path: path, .last) }
        var entries = try entries()
        body(&entries)
        let lines = entries.map { entry in
            "\(entry.digest) \(entry.path.filter { !$0.isNewline })\n"
        }
        do throws(FileFailure) {
            try WholeFile.write(Array(lines.joined().utf8), to: path, permissions: 0o600)
        } catch {
            throw .file(.trust, path: path, error)
        }
    }

    private static func entry(_ line: Substring) -> Entry? {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        return parts.first.flatMap { ContentDigest($0) }.map {
            Entry(digest: $0, path: parts.count > 1 ? parts[1] : "")
        }
    }

    private func requireOwn(_ path: String, _ name: String) throws(OperationFailure) {
        guard let owner = Folder.ownership(of: path) else {
            throw trouble("cannot be read: \(SystemError())")
        }
        guard owner.user == geteuid(), owner.mode & 0o022 == 0 else { throw unsafe(name) }
    }

    private func unsafe(_ name: String) -> OperationFailure {
        trouble(
            "is not safe: \(name) can be written to by others. Remove it, or take their right to "
                + "write away (chmod go-w) if all that it says is yours")
    }

    private func trouble(_ reason: String) -> OperationFailure {
        .trustStore(path: path, reason: reason)
    }
}
