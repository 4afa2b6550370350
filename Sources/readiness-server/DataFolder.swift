import Files
import Foundation
import LedgerStorage
import Operations
import Rollout

/// The folder that a server keeps everything in.
struct DataFolder: Sendable {
    let path: String

    /// The ledger, with the evidence beside it.
    var location: LedgerLocation { LedgerLocation(path: "\(path)/ledger.sqlite") }
    /// The private key of the log; nobody but the server reads it.
    var logKey: LogKeyPlace { .file("\(path)/log.key") }
    var tokens: ReadTokens { ReadTokens("\(path)/tokens") }
    /// The first list of signers, which its owner signs and records.
    var allowedSigners: String { "\(path)/allowed_signers" }

    /// What operations know of the world, with this folder's ledger.
    func context(recorder: IntakeRecorder? = nil) -> OperationContext {
        OperationContext(
            ledger: .named(location.path), startsLedger: true, clock: Self.now,
            host: ProcessInfo.processInfo.hostName, tool: ServerVersion.name, folder: path,
            stateFolder: path, variables: [:], recorder: recorder)
    }

    /// The present moment.
    @Sendable static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Makes the folder, the ledger and the key of its log, where they are not there.
    func prepare(log name: String) async throws {
        try Folder.make(path, permissions: 0o700)
        let ledger = SQLiteLedger(location)
        try await ledger.start()
        try await ledger.close()
        let serving = ServeLog(location)
        if try !serving.hasKey { _ = try MakeLogKey(location, logKey)(name) }
        // A log without a checkpoint would look like none to a first reader.
        _ = try await SignCheckpoint(location, logKey)()
    }

    /// The first list of signers; empty where nobody put one there.
    func firstList() throws -> String {
        guard Folder.holdsSomething(at: allowedSigners) else { return "" }
        return String(
            decoding: try RegularFile(path: allowedSigners).bytes(limit: 1 << 20), as: UTF8.self)
    }
}
