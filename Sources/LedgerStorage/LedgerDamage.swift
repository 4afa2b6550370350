import Rollout

/// Something that is stored is not what was recorded.
package struct LedgerDamage: Hashable, Sendable {
    /// Which promise of the ledger is broken.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        /// What is stored is what was recorded, in its order and its place.
        case record
        /// A decision was made on the entries that stand before it.
        case decision
    }

    /// The entry at fault; nil where no one entry is.
    package let sequence: Int?
    /// A clause without a full stop: "it is missing".
    package let reason: String
    package let rule: Rule

    package init(sequence: Int?, reason: String, rule: Rule = .record) {
        self.sequence = sequence
        self.reason = reason
        self.rule = rule
    }
}

extension LedgerDamage {
    /// What is said of a decision that names another ledger than the one that it stands in.
    static func decision(_ entry: Entry) -> LedgerDamage {
        LedgerDamage(
            sequence: entry.sequence,
            reason: "the ledger that it was decided on is not the one that stands before it",
            rule: .decision)
    }
}
