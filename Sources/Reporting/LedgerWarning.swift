/// Something about the ledger or what is kept beside it that readers of a report must know.
package struct LedgerWarning: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An entry that is not among those that were judged is damaged.
        case damage
        /// The judgement is made from a copy that nothing vouches for.
        case unverifiedCopy = "unverified-copy"
        /// A file that an entry names is not there or not as it was.
        case content
        /// People signed on other texts of the checklist too, and nobody chose this one for the report.
        case otherTexts = "other-texts"
    }

    package let kind: Kind
    /// The entry that it is about; nil where none can be named.
    package let entry: Int?
    /// What was found, as a clause without a full stop; empty where the kind says it all.
    package let detail: String

    package init(_ kind: Kind = .damage, entry: Int?, detail: String) {
        self.kind = kind
        self.entry = entry
        self.detail = detail
    }
}
