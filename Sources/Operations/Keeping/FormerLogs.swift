import Attestation
import Files
import Foundation
import Rollout

/// The logs that a server's ledger had before: of each the public key, and the newest checkpoint where
/// one was signed.
///
/// They prove what was signed under a name that was given up; a new log never takes such a name.
struct FormerLogs {
    /// The folder that they lie in, each in one of its own.
    let path: String

    private static let key = "vkey"
    private static let checkpoint = "checkpoint"
    private static let most = 1000

    /// A log that was given up.
    struct Log {
        let folder: String
        let key: NoteKey
        /// The bytes of both files, of what was read and verified.
        let keyBytes: [UInt8]
        let checkpoint: [UInt8]?
    }

    /// All of them; throws for one whose files are not of one log, and for what is none: a backup that left
    /// out what it cannot read would forget a name that was given up.
    func all() throws -> [Log] {
        guard Folder.holdsSomething(at: path) else { return [] }
        let names: [String]
        do throws(FileFailure) {
            names = try OpenFolder(path: path).names(most: Self.most)
        } catch {
            throw KeepingFailure.file(path: path, error)
        }
        return try names.sorted().map { try log(in: $0) }
    }

    private func log(in folder: String) throws -> Log {
        let keyPath = "\(path)/\(folder)/\(Self.key)"
        guard Folder.holdsSomething(at: keyPath) else {
            throw KeepingFailure.noFormerLog(path: "\(path)/\(folder)", key: Self.key)
        }
        let bytes = try NoteFile.require(keyPath)
        let key: NoteKey
        do throws(NoteError) {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            guard lines.count == 1 else { throw NoteError.keyForm }
            key = try NoteKey(String(lines[0]))
        } catch {
            throw OperationFailure.log(.unreadable(path: keyPath, error))
        }
        let checkpointPath = "\(path)/\(folder)/\(Self.checkpoint)"
        let checkpoint = try NoteFile.checkpoint(checkpointPath, of: key)
        return Log(
            folder: folder, key: key, keyBytes: bytes, checkpoint: checkpoint?.note.bytes)
    }

    /// Copies all of them into a folder that has none.
    func copy(to other: FormerLogs) throws {
        for log in try all() {
            let folder = try other.makeFolder(log.folder)
            try NoteFile.write(log.keyBytes, to: "\(folder)/\(Self.key)", permissions: 0o644)
            guard let checkpoint = log.checkpoint else { continue }
            try NoteFile.write(
                checkpoint, to: "\(folder)/\(Self.checkpoint)", permissions: 0o644)
        }
    }

    /// Moves the files of a log here.
    func add(_ log: NoteKey, _ files: LogFiles) throws {
        let folder = try makeFolder(
            String(ContentDigest(of: Array("\(log)".utf8)).hex.prefix(16)))
        for (from, name) in [
            (files.keyPath, Self.key), (files.checkpointPath, Self.checkpoint),
        ] {
            guard Folder.holdsSomething(at: from) else { continue }
            guard rename(from, "\(folder)/\(name)") == 0 else {
                throw KeepingFailure.file(path: folder, .last)
            }
        }
    }

    private func makeFolder(_ name: String) throws -> String {
        let folder = "\(path)/\(name)"
        do throws(FileFailure) {
            try Folder.make(folder, permissions: 0o700)
        } catch {
            throw KeepingFailure.file(path: folder, error)
        }
        return folder
    }
}
