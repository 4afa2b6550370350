import Files
import Foundation
import LedgerStorage
import Rollout
import Synchronization

/// Copies a server's data into a folder that is there only once all of it is, and was verified.
struct ServerCopying {
    let source: ServerData
    let context: OperationContext

    /// What a copy has.
    struct Outcome {
        let extent: LedgerExtent
        /// The files of evidence, and their bytes.
        let files: Int
        let bytes: Int
        /// What an audit found that copying did not cause, in sentences.
        let remarks: [String]
    }

    /// Writes the copy; `finish` may add to it before it is verified and put in its place.
    ///
    /// What is in its place already is replaced only where it is an empty folder. A copy that cannot be
    /// finished leaves nothing.
    func callAsFunction(
        to path: String, _ finish: (ServerData) async throws -> Void
    ) async throws -> Outcome {
        try source.requireForm()
        guard Folder.holdsSomething(at: source.location.path) else {
            throw KeepingFailure.noData(path: source.path)
        }
        let part = ServerData("\(path).\(UInt64.random(in: .min ... .max)).part")
        do {
            try Folder.make(part.path, permissions: 0o700)
            let outcome = try await fill(part, finish)
            guard rename(part.path, path) == 0 else { throw FileFailure.last }
            try WholeFile.synchronise(folder: NoteFile.parent(of: path))
            return outcome
        } catch {
            try? FileManager.default.removeItem(atPath: part.path)
            guard let failure = error as? FileFailure else { throw error }
            throw KeepingFailure.file(path: path, failure)
        }
    }

    private func fill(
        _ copy: ServerData, _ finish: (ServerData) async throws -> Void
    ) async throws -> Outcome {
        // What was signed comes first, so that the ledger holds at least that.
        try copyLog(to: copy)
        try source.formerLogs.copy(to: copy.formerLogs)
        for name in ServerData.plainNames { try copyFile(name, to: copy) }
        let ledger = SQLiteLedger(source.location)
        try await ledger.copy(to: copy.location.path)
        try await ledger.close()
        guard chmod(copy.location.path, 0o600) == 0 else { throw FileFailure.last }
        let (files, bytes) = try await copyEvidence(to: copy)
        try copy.markForm()
        try await finish(copy)
        let (extent, remarks) = try await audit(copy)
        try WholeFile.synchronise(folder: copy.path)
        return Outcome(extent: extent, files: files, bytes: bytes, remarks: remarks)
    }

    private func copyLog(to copy: ServerData) throws {
        let (from, to) = (LogFiles(source.location), LogFiles(copy.location))
        for (path, new) in [(from.keyPath, to.keyPath), (from.checkpointPath, to.checkpointPath)] {
            guard let bytes = try NoteFile.read(path) else { continue }
            try NoteFile.write(bytes, to: new, permissions: 0o644)
        }
    }

    private func copyFile(_ name: String, to copy: ServerData) throws {
        guard let bytes = try NoteFile.read("\(source.path)/\(name)", limit: 1 << 20) else {
            return
        }
        try NoteFile.write(bytes, to: "\(copy.path)/\(name)", permissions: 0o600)
    }

    /// Copies what the entries name, each verified by its digest; what nobody named is left behind.
    private func copyEvidence(to copy: ServerData) async throws -> (files: Int, bytes: Int) {
        let named = Mutex<Set<FileReference>>([])
        let ledger = copy.location.ledger()
        _ = try await ledger.entries(of: nil, asOf: .everything) { stored in
            let files = stored.entry.statement.keptFiles.map(\.file)
            named.withLock { $0.formUnion(files) }
        }
        try await ledger.close()
        var bytes = 0
        let all = named.withLock { $0 }
        for file in all.sorted(by: { $0.digest < $1.digest }) {
            do throws(ContentError) {
                let content = try source.location.content.bytes(of: file)
                try copy.location.content.put(content)
            } catch {
                throw KeepingFailure.unsound(path: source.path, findings: [error.complaint])
            }
            bytes += file.size
        }
        return (all.count, bytes)
    }

    /// Goes through the whole copy: what is not as it was recorded stops it, what was wrong when it was
    /// recorded is told.
    private func audit(_ copy: ServerData) async throws -> (LedgerExtent, [String]) {
        let its = OperationContext(
            ledger: .named(copy.location.path), clock: context.clock, host: context.host,
            tool: context.tool, folder: context.folder, stateFolder: context.stateFolder,
            variables: [:])
        // Without its key a copy has nothing but the checkpoint beside its ledger.
        let hasState = Folder.holdsSomething(at: copy.keyState)
        let outcome = try await AuditLedger(its, key: hasState ? copy.logKey : nil)()
        var (broken, remarks): ([String], [String]) = ([], [])
        for finding in outcome.findings {
            let place = finding.entry.map { "Entry \($0): " } ?? ""
            let sentence = "\(place)\(finding.words) [\(finding.rule.code)]"
            switch finding.rule {
            case .ledger, .content, .checkpoint, .since: broken.append(sentence)
            case .signature, .rules: remarks.append(sentence)
            }
        }
        guard broken.isEmpty else {
            throw KeepingFailure.unsound(path: source.path, findings: broken)
        }
        return (outcome.extent, remarks)
    }
}
