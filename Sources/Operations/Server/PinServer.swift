package import Attestation
import Checks
import Files
package import LedgerStorage
import Rollout

/// Says once which key signs for the log of a server, and takes a copy of its ledger.
///
/// From then on nothing counts that this key did not sign for. Where no key is given, the one that the
/// server names is taken: who looks at it later than that is protected, who looked first was not.
package struct PinServer: Sendable {
    private let address: String
    private let key: NoteKey?
    private let context: OperationContext

    /// - Parameters:
    ///   - address: The address of the server, without a path.
    ///   - key: The public key of the log, as `NAME+ID+KEY`; nil takes what the server says.
    ///   - context: The world, which may have the token that reading takes in a variable.
    /// - Throws: `OperationFailure` for a text that is no key.
    package init(
        _ address: String, key: String?, _ context: OperationContext
    ) throws(OperationFailure) {
        self.address = address
        self.context = context
        do throws(NoteError) {
            self.key = try key.map { text throws(NoteError) in try NoteKey(text) }
        } catch {
            throw .log(.unusable(key ?? "", error))
        }
    }

    /// What was pinned.
    package struct Pinned: Sendable {
        package let key: NoteKey
        /// Nobody but the server said so.
        package let isOnFirstUse: Bool
        package let location: LedgerLocation
        package let size: Int
    }

    /// Pins the key and verifies the whole ledger; what was pinned before is never replaced.
    package func callAsFunction() async throws -> Pinned {
        let server: HTTPAddress
        do throws(ServerFailure) {
            server = try ServerCopy.server(address)
        } catch {
            throw OperationFailure.server(error)
        }
        let copy = ServerCopy(of: server, in: context.stateFolder)
        let requests: ServerRequests
        do throws(ServerFailure) {
            requests = try ServerRequests(server, copy, context)
        } catch {
            throw OperationFailure.server(error)
        }
        let link = ServerLink(server.origin, .success(server), copy, context)
        let location = LedgerLocation(path: copy.path, server: link)
        let files = LogFiles(location)
        let known = try files.log()
        let named = if let key { key } else { try await Self.key(of: requests) }
        if let known, known != named {
            throw OperationFailure.server(
                .otherKey(address: server.origin, pinned: known.description))
        }
        do throws(FileFailure) {
            try Folder.make(location.folder, permissions: 0o700)
            // The mark comes first: what lies there is a copy, however far this gets.
            try WholeFile.write(
                Array(server.origin.utf8), to: copy.addressFile, permissions: 0o600)
            if let token = context.variables[ServerRequests.tokenVariable] {
                try WholeFile.write(Array(token.utf8), to: copy.tokenFile, permissions: 0o600)
            }
        } catch {
            throw OperationFailure.file(.start, path: copy.path, error)
        }
        let ledger = SQLiteLedger(location)
        try await ledger.start()
        try await UpdateCopy(ledger, requests, by: named)()
        // Only what could be verified is pinned: until then a key counts as never seen.
        try NoteFile.write(Array("\(named)\n".utf8), to: files.keyPath, permissions: 0o644)
        let size = try await ledger.tree().size
        try await ledger.close()
        return Pinned(
            key: named, isOnFirstUse: key == nil && known == nil, location: location, size: size)
    }

    private static func key(of requests: ServerRequests) async throws -> NoteKey {
        let bytes = try await requests.get("/log.vkey", mostBytes: 4096)
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        do throws(NoteError) {
            guard text.count == 1 else { throw NoteError.keyForm }
            return try NoteKey(String(text[0]))
        } catch {
            throw requests.unusable("its key cannot be read: \(error)")
        }
    }

    /// Refuses a folder that has a ledger of its own.
    package func requireFree(_ folder: String) throws(OperationFailure) {
        let own = "\(folder)/.readiness"
        guard !Folder.holdsSomething(at: "\(own)/ledger.sqlite") else {
            throw .server(.twoLedgers(folder: own))
        }
    }

    /// Has the checklists of a folder use the server: `.readiness/server` names it.
    package func use(in folder: String) throws(OperationFailure) -> String {
        let path = "\(folder)/.readiness/server"
        do throws(FileFailure) {
            try Folder.make("\(folder)/.readiness", permissions: 0o700)
            try WholeFile.write(Array("\(address)\n".utf8), to: path, permissions: 0o644)
        } catch {
            throw .file(.start, path: path, error)
        }
        return path
    }
}
