import Attestation
package import LedgerStorage

/// The key of the log that several servers sign: all of them have it, and the database names it.
package struct ServedLogKey: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        self.place = place
    }

    /// Why a server does not sign.
    package enum Fault: Error, CustomStringConvertible {
        /// Another server made the key of the log.
        case otherServers(name: String, path: String)
        /// The database names no key that can be read.
        case unreadable

        package var description: String {
            switch self {
            case .otherServers(let name, let path):
                "The log \(name) has a key, which another server made, and \(path) is not it. Copy the "
                    + "file log.key of that server into this folder, readable for the server alone; "
                    + "nothing was signed. (A log.key that this server made in vain, and "
                    + "ledger.postgresql.vkey beside it, may be removed.)"
            case .unreadable:
                "What the database has as the key of the log cannot be read. Bring it back from a "
                    + "backup; nothing was signed."
            }
        }
    }

    /// Makes the key where the database names none, and sees that this server has the one that it names.
    package func settle(
        name: String, registered: String?,
        _ register: @Sendable (_ key: String) async throws -> String?
    ) async throws {
        let files = LogFiles(location)
        var named = registered
        if named == nil {
            let key = try files.log() ?? MakeLogKey(location, place)(name)
            named = try await register(key.description)
        }
        let log: NoteKey
        do throws(NoteError) {
            guard let named else { throw NoteError.keyForm }
            log = try NoteKey(named)
        } catch {
            throw Fault.unreadable
        }
        let path = place.path(for: log.name)
        let fault = Fault.otherServers(name: log.name, path: path)
        guard try PrivateKeyFile.read(path)?.key == log else { throw fault }
        guard let own = try files.log() else {
            return try NoteFile.write(
                Array("\(log)\n".utf8), to: files.keyPath, permissions: 0o644)
        }
        guard own == log else { throw fault }
    }
}
