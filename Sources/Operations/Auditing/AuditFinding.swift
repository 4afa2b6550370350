package import LedgerStorage

/// Something that an audit of a ledger found.
package struct AuditFinding: Hashable, Sendable {
    /// What should have been so.
    package enum Rule: Hashable, Sendable {
        case ledger(LedgerDamage.Rule)
        /// A file that an entry names is kept beside the ledger as it was.
        case content
    }

    /// Nil where no one entry is at fault.
    package let entry: Int?
    package let rule: Rule
    /// A clause without a full stop.
    package let detail: String
}

extension AuditFinding.Rule {
    package var code: String {
        switch self {
        case .ledger(let rule): return rule.rawValue
        case .content: return "content"
        }
    }

    /// The rule as a sentence.
    package var sentence: String {
        switch self {
        case .ledger(.record): return "What is stored is what was recorded."
        case .ledger(.decision): return "A decision names the ledger that it was made on."
        case .content: return "What an entry names is kept beside the ledger, as it was."
        }
    }

    /// What it means that the rule is broken, and what to do, as sentences.
    package var consequence: String {
        switch self {
        case .ledger(.record):
            return
                "No verdict that rests on it can be relied on. Restore the ledger from a backup or "
                + "an export, and find out what changed it."
        case .ledger(.decision):
            return "Entries before the decision were changed after it was made, or it was made on "
                + "another ledger. Compare with a backup or with a report of that time."
        case .content:
            return
                "The sign-off or check cannot be shown any more. Bring the file back from a backup; "
                + "its name is its digest."
        }
    }
}
