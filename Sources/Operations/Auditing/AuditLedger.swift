import Attestation
import LedgerStorage
import Reporting
package import Rollout
import Synchronization

/// Goes through a whole ledger and holds everything against everything else.
package struct AuditLedger: Sendable {
    private let location: LedgerLocation
    private let context: OperationContext
    private let key: LogKeyPlace?
    private let since: String?

    /// - Parameters:
    ///   - context: The world around, whose ledger is audited.
    ///   - key: Where the key of the ledger's log would be, beside which its newest checkpoint lies.
    ///   - since: The path of an old report or checkpoint that the ledger must extend.
    package init(
        _ context: OperationContext, key: LogKeyPlace? = nil, since: String? = nil
    ) {
        location = context.location(for: nil)
        self.context = context
        self.key = key
        self.since = since
    }

    /// What an audit came to.
    package struct Outcome: Sendable {
        /// The extent that the stored entries have.
        package let extent: LedgerExtent
        /// How many signatures were verified.
        package let signatures: Int
        /// How many of them count and were made in a browser, by the page.
        package let browsers: [String: Int]
        /// What the ledger was held against; nil where nothing was named.
        package let since: EarlierLedger?
        /// What of the log's checkpoints was verified.
        package let checkpoints: CheckpointAudit.Outcome
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
        let missed = Mutex<[AuditFinding]>([])
        let files = Mutex(KeptFiles())
        let rules = Mutex(RuleAudit(context))
        let texts = Mutex(TextAudit(location))
        let ledger = location.ledger()
        let known = try await whole(missed) { try await readSigners(found) }
        let signers = (known ?? nil) ?? .none
        let isLost = if case .some(nil) = known { true } else { false }
        let signatures = SignatureAudit(signers, found)
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
                texts.withLock { $0.add(entry) }
                progress(entry.sequence, expected)
            })
        try await ledger.close()
        let verified = signatures.finish()
        for damage in files.withLock({ $0 }).damages(in: location.content) {
            found(AuditFinding(entry: damage.entry, rule: .content, damage.detail))
        }
        for finding in texts.withLock({ $0 }).findings { found(finding) }
        let isDamaged = findings.withLock { all in
            all.contains { if case .ledger = $0.rule { true } else { false } }
        }
        // Who would be accused may have signed as they should.
        if !isLost {
            try await whole(missed) {
                let refused = try await rules.withLock { $0 }.findings(
                    in: location, verified, signers, isDamaged: isDamaged)
                for finding in refused { found(finding) }
                for (entry, fault) in try await ReadEnrolments.read(location).enrolments.allFaults {
                    found(
                        AuditFinding(
                            entry: entry, rule: .rules,
                            detail: .rule(EnrolmentWording.sentence(fault))))
                }
            }
        }
        let seen = try await whole(missed) { try await CheckpointAudit(location, key)(found) }
        // The hashes that are stored are not those of the entries then.
        let checkpoints = isDamaged ? seen?.withoutVerified : seen
        if let earlier {
            for finding in try await earlier.findings(in: location, context) { found(finding) }
        }
        for finding in missed.withLock({ $0 }) where !isDamaged { found(finding) }
        return Outcome(
            extent: extent,
            signatures: verified.values.count { $0 != .unverified } + signers.lists.count,
            browsers: Self.browsers(verified.values),
            since: earlier,
            checkpoints: checkpoints ?? .none,
            findings: findings.withLock { $0 }.sorted { ($0.entry ?? 0) < ($1.entry ?? 0) })
    }

    private static func browsers(_ all: some Sequence<Authentication>) -> [String: Int] {
        all.compactMap(\.signer?.securityKey?.origin).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// Whose keys counted when; nil where the text of a list of signers is lost, which it tells.
    private func readSigners(
        _ found: @Sendable (AuditFinding) -> Void
    ) async throws -> SignersHistory? {
        do {
            return try await ReadSigners.read(location)
        } catch let error as ContentError {
            found(
                AuditFinding(
                    entry: nil, rule: .content,
                    "no signature was verified, and no statement judged by the rules of its text: "
                        + error.complaint))
            return nil
        }
    }

    /// Tells of damage that kept a part of the audit from being done.
    ///
    /// The reading of the whole ledger tells of it as well, and in other words, so that this counts
    /// only where that found nothing.
    @discardableResult
    private func whole<Value>(
        _ missed: borrowing Mutex<[AuditFinding]>, _ part: () async throws -> Value
    ) async throws -> Value? {
        do {
            return try await part()
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            missed.withLock {
                $0.append(
                    AuditFinding(
                        entry: damage.sequence, rule: .ledger(damage.rule), damage.reason))
            }
            return nil
        }
    }
}
