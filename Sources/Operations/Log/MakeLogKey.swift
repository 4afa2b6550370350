package import Attestation
import Files
package import LedgerStorage

/// Makes a ledger a log that is signed: a private key for who keeps it, the public one beside the
/// ledger.
package struct MakeLogKey: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        self.place = place
    }

    /// Makes the key under the name that the log has for ever, such as `ledger.example.com/2026`, and
    /// returns the public one, which readers are told.
    package func callAsFunction(_ name: String) throws -> NoteKey {
        let files = LogFiles(location)
        if let log = try files.log() {
            throw OperationFailure.log(.hasLog(location, name: log.name))
        }
        if location.origin == .named(mayBeNew: false), !Folder.holdsSomething(at: location.path) {
            throw LedgerError(location, .absent)
        }
        let path = place.path(for: name)
        let key = try unused(path, name) ?? PrivateKeyFile.make(path, name: name, kind: .ed25519)
        do throws(FileFailure) {
            try Folder.make(location.folder, permissions: 0o700)
        } catch {
            throw OperationFailure.log(.file(path: location.folder, error))
        }
        try NoteFile.write(
            Array("\(key.key)\n".utf8), to: files.keyPath, permissions: 0o644)
        return key.key
    }

    /// A key of the name that signed nothing, as an interrupted start leaves it behind.
    private func unused(_ path: String, _ name: String) throws(OperationFailure) -> KeyFile? {
        guard let key = try PrivateKeyFile.read(path) else { return nil }
        let isNew = !Folder.holdsSomething(at: SignCheckpoint.statePath(path))
        guard isNew, key.key.kind == .ed25519, key.key.name == name else {
            throw .log(.keyInUse(path: path))
        }
        return key
    }
}
