import Attestation
import Files
import LedgerStorage
package import Rollout

/// Holds a ledger against what its log signed last.
///
/// That is kept beside the ledger, and beside the log's key: whoever brings a ledger back from an old
/// copy, with all that lies beside it, does not bring the second one back.
package struct CheckpointAudit: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace?

    /// Looks beside the key only where its place is known.
    init(_ location: LedgerLocation, _ place: LogKeyPlace?) {
        self.location = location
        self.place = place
    }

    /// A checkpoint that the ledger begins with.
    package struct Verified: Hashable, Sendable {
        package let path: String
        package let extent: LedgerExtent
        /// It lies beside the log's key.
        package let isOfKey: Bool
    }

    /// What was verified.
    package struct Outcome: Hashable, Sendable {
        package let hasLog: Bool
        package let verified: [Verified]

        static let none = Outcome(hasLog: false, verified: [])

        var withoutVerified: Outcome { Outcome(hasLog: hasLog, verified: []) }
    }

    /// Tells of each checkpoint that contradicts the ledger, or cannot be read, and of a key that was
    /// named without one beside it: what was to be compared was not.
    func callAsFunction(
        _ found: @Sendable (AuditFinding) -> Void
    ) async throws -> Outcome {
        let files = LogFiles(location)
        let log: NoteKey
        do throws(OperationFailure) {
            guard let known = try files.log() else {
                lack("no public key of a log lies beside the ledger", found)
                return .none
            }
            log = known
        } catch {
            found(AuditFinding(entry: nil, rule: .checkpoint, detail: .failure(error)))
            return Outcome(hasLog: true, verified: [])
        }
        var verified: [Verified] = []
        if let one = try await verify(files.checkpointPath, by: log, false, found) {
            verified.append(one)
        }
        let state = place.map { SignCheckpoint.statePath($0.path(for: log.name)) }
        if let state {
            if let one = try await verify(state, by: log, true, found) {
                verified.append(one)
            } else if !Folder.holdsSomething(at: state) {
                lack("no checkpoint lies beside it", found)
            }
        }
        return Outcome(hasLog: true, verified: verified)
    }

    /// Only a key that was named is missed: the usual place has none on most machines.
    private func lack(_ words: String, _ found: @Sendable (AuditFinding) -> Void) {
        guard case .file(let path)? = place else { return }
        found(
            AuditFinding(
                entry: nil, rule: .checkpoint,
                "it cannot be held against the log's key \(path), which was named: \(words)"))
    }

    /// Nil where there is no such file, and where it does not hold.
    private func verify(
        _ path: String, by log: NoteKey, _ isOfKey: Bool,
        _ found: @Sendable (AuditFinding) -> Void
    ) async throws -> Verified? {
        let ledger = location.ledger()
        do {
            // It is read before the ledger, which may grow meanwhile.
            guard let signed = try NoteFile.checkpoint(path, of: log) else { return nil }
            try await ledger.hashes { [location] hashes in
                try ForkGuard(location).require(signed, at: path, in: hashes)
            }
            try await ledger.close()
            return Verified(path: path, extent: signed.checkpoint.extent, isOfKey: isOfKey)
        } catch let failure as OperationFailure {
            found(AuditFinding(entry: nil, rule: .checkpoint, detail: .failure(failure)))
        } catch is TreeHashes.Contradiction {
            found(
                AuditFinding(
                    entry: nil, rule: .checkpoint,
                    "its hashes contradict each other on the way from its checkpoint"))
        }
        try await ledger.close()
        return nil
    }
}
