package import Rollout

/// The text of a checklist as the ledger keeps it.
package struct StoredText: Hashable, Sendable {
    /// The entry that it was recorded with, which says for which place and scope.
    package let entry: Entry
    package let text: String

    package var digest: ContentDigest { entry.statement.checklist }

    /// Loads the text where it is kept beside the ledger; nil where the entry is of another kind.
    init?(_ entry: Entry, _ content: ContentStore) throws(ContentError) {
        guard case .checklistText(let body) = entry.statement.body else { return nil }
        self.entry = entry
        switch body.text {
        case .inline(let inline): text = inline
        case .stored(let file):
            guard let stored = String(validating: try content.bytes(of: file), as: UTF8.self) else {
                throw content.error(.notUTF8(file))
            }
            text = stored
        }
    }
}
