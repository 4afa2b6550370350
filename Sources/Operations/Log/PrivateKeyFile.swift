import Attestation
import Files
import Glibc

/// The file of a private key, which nobody but its owner may read.
enum PrivateKeyFile {
    /// Reads a key; nil where there is no file.
    static func read(_ path: String) throws(OperationFailure) -> KeyFile? {
        guard Folder.holdsSomething(at: path) else { return nil }
        let file: RegularFile
        let bytes: [UInt8]
        do throws(FileFailure) {
            file = try RegularFile(path: path)
            bytes = try file.bytes(limit: 4096)
        } catch {
            throw .log(.file(path: path, error))
        }
        guard file.owner == geteuid() || file.owner == 0, file.mode & 0o077 == 0 else {
            throw .log(.unsafeKey(path: path))
        }
        do throws(NoteError) {
            return try KeyFile(bytes)
        } catch {
            throw .log(.unreadable(path: path, error))
        }
    }

    /// Makes a new key and its file; one that is there is never replaced.
    static func make(
        _ path: String, name: String, kind: NoteKey.Kind
    ) throws(OperationFailure) -> KeyFile {
        var random = SystemRandomNumberGenerator()
        let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let key: KeyFile
        do throws(NoteError) {
            key = try KeyFile(name: name, kind: kind, seed: seed)
        } catch {
            throw .log(.unusable(name, error))
        }
        guard !Folder.holdsSomething(at: path) else { throw .log(.keyInUse(path: path)) }
        let parent = NoteFile.parent(of: path)
        do throws(FileFailure) {
            try Folder.make(parent, permissions: 0o700)
            let folder = try OpenFolder(path: parent)
            let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
                String(path[path.index(after: $0)...])
            }
            let file = try folder.makeFile(name ?? path, permissions: 0o600)
            try file.write(Array(key.text.utf8))
            try file.synchronise()
            try folder.synchronise()
        } catch {
            throw .log(.file(path: path, error))
        }
        return key
    }
}
