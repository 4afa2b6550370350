package import Attestation
import Files
import LedgerStorage
package import Rollout

/// Gives a new folder its list of signers, and its ledger the key of its log.
package struct InitKeys: Sendable {
    private let folder: String
    private let principal: Principal
    private let context: OperationContext

    /// - Parameters:
    ///   - folder: The folder that holds `checklists`.
    ///   - principal: Who owns the ledger from now on.
    ///   - context: Where the ledger is, and what time it is.
    package init(_ folder: String, for principal: Principal, _ context: OperationContext) {
        self.folder = folder
        self.principal = principal
        self.context = context
    }

    private var allowed: String { "\(folder)/allowed_signers" }

    private var location: LedgerLocation {
        context.location(for: "\(folder)/checklists/\(FirstChecklist.name)")
    }

    /// Writes `allowed_signers` with the public key of the principal, where there is none, and records
    /// the list; signed with the key.
    package func recordSigners(_ key: String) async throws -> Entry {
        if !Folder.holdsSomething(at: allowed) {
            let file = key.hasSuffix(".pub") ? key : "\(key).pub"
            do throws(FileFailure) {
                let bytes = try RegularFile(path: file).bytes(limit: 65_536)
                let words = String(decoding: bytes, as: UTF8.self)
                    .split(whereSeparator: \.isWhitespace).prefix(2)
                let line =
                    "\(principal) namespaces=\"\(SignatureNamespace.statement)\" "
                    + words.joined(separator: " ") + "\n"
                try WholeFile.write(Array(line.utf8), to: allowed, permissions: 0o644)
            } catch { throw OperationFailure.file(.signers, path: file, error) }
        }
        let record = try RecordSigners(allowed: allowed, revoked: nil, signing: .key(path: key))
        return try await record(
            by: principal, in: location, at: context.clock(), willRecord: { _ in })
    }

    /// What a folder with a file of signers lacks before signatures count and checkpoints are signed.
    package enum Lack: Hashable, Sendable {
        case listOnRecord, logKey
    }

    /// What is lacking; nothing where there is no file of signers.
    package func lacks() async throws -> [Lack] {
        guard Folder.holdsSomething(at: allowed) else { return [] }
        let isOnRecord = try await ReadSigners.read(location).current != nil
        let hasLog = try LogFiles(location).log() != nil
        return (isOnRecord ? [] : [.listOnRecord]) + (hasLog ? [] : [.logKey])
    }

    /// Makes the key that signs checkpoints of the ledger.
    package func makeLog(_ name: String, _ place: LogKeyPlace) throws -> NoteKey {
        try MakeLogKey(location, place)(name)
    }
}
