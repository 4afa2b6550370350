import Attestation
import Files

/// Reads and writes the small files of a log.
enum NoteFile {
    /// The content; nil where there is no file.
    static func read(
        _ path: String, limit: Int = SignedNote.mostBytes
    ) throws(OperationFailure) -> [UInt8]? {
        guard Folder.holdsSomething(at: path) else { return nil }
        do throws(FileFailure) {
            return try RegularFile(path: path).bytes(limit: limit)
        } catch {
            throw .log(.file(path: path, error))
        }
    }

    /// The content of a file that must be there.
    static func require(_ path: String) throws(OperationFailure) -> [UInt8] {
        guard let bytes = try read(path) else {
            throw .log(.file(path: path, .system(.missing)))
        }
        return bytes
    }

    /// A note that was verified, and the checkpoint in it; nil where there is no file.
    static func checkpoint(
        _ path: String, of log: NoteKey
    ) throws(OperationFailure) -> LogCheckpoint? {
        guard let bytes = try read(path) else { return nil }
        do throws(NoteError) {
            return try LogCheckpoint(note: SignedNote(bytes), log: log)
        } catch {
            throw .log(.unreadable(path: path, error))
        }
    }

    /// Puts the content in place of what was there, and makes it durable.
    static func write(
        _ bytes: [UInt8], to path: String, permissions: UInt32
    ) throws(OperationFailure) {
        do throws(FileFailure) {
            try WholeFile.write(bytes, to: path, permissions: permissions)
            try WholeFile.synchronise(folder: parent(of: path))
        } catch {
            throw .log(.file(path: path, error))
        }
    }

    /// The folder of a file.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Waits for the lock of a file, without holding up the threads that tasks share.
    static func lock(_ path: String) async throws -> FileLock {
        let start = ContinuousClock.now
        while start.duration(to: .now) < .seconds(30) {
            do throws(FileFailure) {
                if let lock = try FileLock(path: path) { return lock }
            } catch {
                throw OperationFailure.log(.file(path: path, error))
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw OperationFailure.log(.busy(path: path))
    }
}
