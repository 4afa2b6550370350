import Files
import Foundation
import LedgerStorage
import Operations
import Rollout

/// The folder that a server keeps everything in.
struct DataFolder: Sendable {
    let path: String

    /// Its files.
    var data: ServerData { ServerData(path) }
    var location: LedgerLocation { data.location }
    var logKey: LogKeyPlace { data.logKey }
    var tokens: ReadTokens { data.tokens }
    var allowedSigners: String { data.allowedSigners }

    /// What operations know of the world, with this folder's ledger.
    func context(variables: [String: String] = [:]) -> OperationContext {
        OperationContext(
            ledger: .named(location.path), startsLedger: true, clock: Self.now,
            host: ProcessInfo.processInfo.hostName, tool: ServerVersion.name, folder: path,
            stateFolder: path, variables: variables)
    }

    /// The present moment.
    @Sendable static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Makes the folder, the ledger and the key of its log, where they are not there.
    func prepare(log name: String) async throws {
        try Folder.make(path, permissions: 0o700)
        try data.markForm()
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
