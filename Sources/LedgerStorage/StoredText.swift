package import Rollout

/// The text of a checklist as the ledger keeps it.
package struct StoredText: Hashable, Sendable {
    /// The id of the checklist that the text was recorded for.
    package let checklist: String
    /// The digest of the text.
    package let digest: ContentDigest
    /// The text itself.
    package let text: String

    /// Nil where the record is not about the text of a checklist.
    init?(_ record: Record) {
        guard case .checklistText(let stored) = record.event else { return nil }
        checklist = record.checklist
        digest = stored.digest
        text = stored.text
    }
}
