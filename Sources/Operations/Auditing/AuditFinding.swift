package import LedgerStorage
package import Rollout

/// Something that an audit of a ledger found.
package struct AuditFinding: Error, Sendable {
    /// What should have been so.
    package enum Rule: Hashable, Sendable, CaseIterable {
        case ledger(LedgerDamage.Rule)
        /// A file that an entry names is kept beside the ledger as it was.
        case content
        /// A signature shows that its principal made the statement.
        case signature
        /// A statement may be on record by the text that it was made on.
        case rules
        /// The log's newest signed checkpoint is what the ledger begins with.
        case checkpoint
        /// The ledger extends the one behind an old report, which it renders anew.
        case since

        package static var allCases: [Rule] {
            LedgerDamage.Rule.allCases.map { .ledger($0) }
                + [.content, .signature, .rules, .checkpoint, .since]
        }
    }

    /// What was found.
    package enum Detail: Sendable {
        /// A clause without a full stop.
        case clause(String)
        case signature(SignatureFault)
        case signers(SignersFault)
        /// A sentence that says why the rules refuse it.
        case rule(String)
        /// The text that something was said on cannot be read any more.
        case textMissing(ContentDigest, OperationFailure)
        case failure(OperationFailure)
    }

    /// Nil where no one entry is at fault.
    package let entry: Int?
    package let rule: Rule
    package let detail: Detail

    init(entry: Int?, rule: Rule, detail: Detail) {
        self.entry = entry
        self.rule = rule
        self.detail = detail
    }

    init(entry: Int?, rule: Rule, _ clause: String) {
        self.init(entry: entry, rule: rule, detail: .clause(clause))
    }
}
