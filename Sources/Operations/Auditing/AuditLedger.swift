import Attestation
import LedgerStorage
package import Rollout
import Synchronization

/// Goes through a whole ledger and holds everything against everything else.
package struct AuditLedger: Sendable {
    private let location: LedgerLocation
    private let context: OperationContext
    private let since: String?

    /// - Parameters:
    ///   - context: The world around, whose ledger is audited.
    ///   - since: The path of an old report or checkpoint that the ledger must extend.
    package init(_ context: OperationContext, since: String? = nil) {
        location = context.location(for: nil)
        self.context = context
        self.since = since
    }

    /// What an audit came to.
    package struct Outcome: Sendable {
        /// The extent that the stored entries have.
        package let extent: LedgerExtent
        /// How many signatures were verified.
        package let signatures: Int
        /// What the ledger was held against; nil where nothing was named.
        package let since: EarlierLedger?
        package let findings: [AuditFinding]
    }

    /// Nothing found means that the ledger, and what is kept beside it, is as it was recorded.
    ///
    /// Progress is told on a thread of the ledger after each entry: how many were read, and how many
    /// there are, 0 where that is not known.
    package func callAsFunction(
        progress: @escaping @Sendable (_ read: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        // An old report that cannot be read is no finding, and is told before anything is read.
        let earlier = try since.map { path throws(OperationFailure) in try EarlierLedger(path) }
        let findings = Mutex<[AuditFinding]>([])
        let found: @Sendable (AuditFinding) -> Void = { finding in
            findings.withLock { $0.append(finding) }
        }
        let files = Mutex(KeptFiles())
        let rules = Mutex(RuleAudit(context))
        let ledger = location.ledger()
        let signatures = SignatureAudit(try await signers(found), found)
        let extent = try await ledger.verify(
            { damage in
                found(
                    AuditFinding(
                        entry: damage.sequence, rule: .ledger(damage.rule), damage.reason))
            },
            each: { entry, expected in
                signatures.add(entry)
                files.withLock { $0.add(entry) }
                rules.withLock { $0.add(entry) }
                progress(entry.sequence, expected)
            })
        try await ledger.close()
        let count = signatures.finish()
        for damage in files.withLock({ $0 }).damages(in: location.content) {
            found(AuditFinding(entry: damage.entry, rule: .content, damage.detail))
        }
        try await findRules(rules.withLock { $0 }, found)
        try await findCheckpoint(found)
        if let earlier {
            for finding in try await earlier.findings(in: location, context) { found(finding) }
        }
        return Outcome(
            extent: extent, signatures: count, since: earlier,
            findings: findings.withLock { $0 }.sorted { ($0.entry ?? 0) < ($1.entry ?? 0) })
    }

    /// Whose keys counted; lists that cannot be read are told by the ledger's own audit.
    private func signers(
        _ found: @Sendable (AuditFinding) -> Void
    ) async throws -> SignersHistory {
        do {
            return try await ReadSigners.read(location)
        } catch let error as LedgerError {
            guard case .damaged = error.cause else { throw error }
            return .none
        }
    }

    /// Holds the ledger against the newest checkpoint that its log signed.
    private func findCheckpoint(_ found: @Sendable (AuditFinding) -> Void) async throws {
        let files = LogFiles(location)
        let ledger = location.ledger()
        do {
            guard let log = try files.log(), let signed = try files.published(by: log) else {
                return
            }
            try await ledger.hashes { [location] hashes in
                try ForkGuard(location).require(signed, at: files.checkpointPath, in: hashes)
            }
        } catch let failure as OperationFailure {
            found(AuditFinding(entry: nil, rule: .checkpoint, detail: .failure(failure)))
        } catch is TreeHashes.Contradiction {
            found(
                AuditFinding(
                    entry: nil, rule: .checkpoint,
                    "its hashes contradict each other on the way from its checkpoint"))
        } catch let error as LedgerError {
            guard case .damaged = error.cause else { throw error }
        }
        try await ledger.close()
    }

    private func findRules(
        _ rules: RuleAudit, _ found: @Sendable (AuditFinding) -> Void
    ) async throws {
        do {
            for finding in try await rules.findings(in: location) { found(finding) }
        } catch let error as LedgerError {
            // It has been told, and whoever was damaged is not judged.
            guard case .damaged = error.cause else { throw error }
        }
    }
}
