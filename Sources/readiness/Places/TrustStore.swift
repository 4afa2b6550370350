import Foundation
import Rollout

/// The digests of the checklist texts that this account trusts to run commands.
///
/// They are kept in the account's own state folder and never beside a checklist, so that a checklist
/// cannot bring its own trust along.
struct TrustStore {
    /// One trusted text: the digest, and the path that it had when it was trusted.
    struct Entry {
        let digest: ContentDigest
        let path: String
    }

    let path: String

    /// The store of the account: `$XDG_STATE_HOME/readiness/trusted`, else below `~/.local/state`.
    static var own: TrustStore {
        let home = FileManager.default.homeDirectoryForCurrentUser.path
        let state = Machine.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return TrustStore(path: "\(state ?? "\(home)/.local/state")/readiness/trusted")
    }

    /// What is trusted; nothing where the store does not exist.
    ///
    /// - Throws: `CommandFailure` where the store cannot be read, or others may write to it.
    func entries() throws -> [Entry] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw trouble("cannot be read: \(String(cString: strerror(errno)))")
        }
        guard status.st_mode & 0o022 == 0, status.st_uid == getuid() else {
            throw trouble(
                "can be written to by others; remove it, or take their right to write away")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw trouble("cannot be read")
        }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
            line in
            let parts = line.split(separator: " ", maxSplits: 1)
            guard let digest = parts.first.flatMap({ ContentDigest(String($0)) }) else {
                return nil
            }
            return Entry(digest: digest, path: parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// Replaces what is trusted, in one step.
    func save(_ entries: [Entry]) throws {
        let text = entries.map { "\($0.digest) \($0.path)\n" }.joined()
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try WholeFile.write(text, to: path, permissions: 0o600)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw trouble("cannot be written: its folder \(folder) cannot be made")
        }
    }

    private func trouble(_ reason: String) -> CommandFailure {
        CommandFailure(.fileTrouble, "The list of trusted checklists \(path) \(reason).")
    }
}
