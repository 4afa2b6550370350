package import Attestation
package import LedgerStorage
package import Rollout
import Synchronization

/// Reads what a ledger holds.
package struct ReadLog: Sendable {
    let location: LedgerLocation

    package init(_ location: LedgerLocation) {
        self.location = location
    }

    /// What a correction on record says of the time of an entry.
    package struct CorrectedTime: Hashable, Sendable {
        /// The number of the correction.
        package let entry: Int
        package let time: Instant
        /// The correction counts; false also where no checklist says whose word it is.
        package let counts: Bool
    }

    /// Whose keys count, or why nobody can tell, where the list of signers was lost.
    ///
    /// Signatures are not verified then, and what is on record is shown all the same.
    package func signers() async throws -> (known: SignersHistory, lost: ContentError?) {
        do {
            return (try await ReadSigners.read(location), nil)
        } catch let error as ContentError {
            return (.none, error)
        }
    }

    /// The newest correction of each entry that has one, by the entry's number.
    package func correctedTimes(
        of checklist: Checklist?
    ) async throws -> [Int: CorrectedTime] {
        let ledger = location.ledger()
        let found = Mutex<[Entry]>([])
        _ = try await ledger.entries(of: checklist?.id, asOf: .everything) { stored in
            // Who counts is worked out from all entries of one rollout.
            guard checklist != nil || stored.entry.statement.body.kind == .correction else {
                return
            }
            found.withLock { $0.append(stored.entry) }
        }
        try await ledger.close()
        let entries = found.withLock { $0 }
        if let checklist {
            let entries = try await signers().known.authenticate(entries)
            return Corrections(entries, of: checklist).assessments.reduce(into: [:]) { times, one in
                guard one.reason == .counts else { return }
                times[one.correction.entry.sequence] = CorrectedTime(
                    entry: one.entry.sequence, time: one.correction.time, counts: true)
            }
        }
        return entries.reduce(into: [:]) { times, entry in
            guard case .correction(let correction) = entry.statement.body else { return }
            times[correction.entry.sequence] = CorrectedTime(
                entry: entry.sequence, time: correction.time, counts: false)
        }
    }

    /// Every entry of a rollout, or of all, in the order of the ledger.
    ///
    /// - Parameters:
    ///   - checklist: Only entries about the id of this checklist; nil for all.
    ///   - step: Only entries about this step or its family, be it in the checklist or only on
    ///     record; one that is neither is refused.
    ///   - filter: Which entries are shown of these.
    ///   - isAuthenticated: Whether it is found out how each entry is authenticated.
    ///   - each: Called on a thread of the ledger for one entry after the other.
    /// - Throws: `OperationFailure`, `LedgerError`, and what `each` throws.
    package func callAsFunction(
        of checklist: Checklist?, step: String? = nil, filter: LogFilter = LogFilter(),
        isAuthenticated: Bool = true,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws {
        let id = step.map { StepID($0) }
        let isOnRecord = Mutex(false)
        let signers = isAuthenticated ? try await signers().known : nil
        let ledger = location.ledger()
        _ = try await ledger.entries(of: checklist?.id, asOf: .everything) { stored in
            if let id {
                guard let about = stored.entry.statement.step?.id, id.names(about) else { return }
                isOnRecord.withLock { $0 = true }
            }
            guard filter.fits(stored.entry) else { return }
            try each(signers.map { stored.authenticated(by: $0) } ?? stored)
        }
        try await ledger.close()
        guard let step, let id, !isOnRecord.withLock({ $0 }) else { return }
        guard let checklist, checklist.steps.contains(where: { id.names($0.id) }) else {
            throw OperationFailure.unknown(
                .step, step, known: checklist?.steps.map(\.id.text) ?? [])
        }
    }
}

extension StoredEntry {
    fileprivate func authenticated(by signers: SignersHistory) -> StoredEntry {
        StoredEntry(
            entry: entry.authenticated(signers.authentication(of: entry)), bytes: bytes)
    }
}
