package import Rollout

/// The text of a checklist as the ledger keeps it.
package struct StoredText: Hashable, Sendable {
    /// The entry that it was recorded with, which says for which place and scope.
    package let entry: Entry
    package let text: String
    /// The texts of the step sets that it uses.
    package let sets: [String]

    /// The same as bytes, as a reader takes them.
    package var setBytes: [[UInt8]] { sets.map { Array($0.utf8) } }

    package var digest: ContentDigest { entry.statement.checklist }

    /// Loads the texts where they are kept beside the ledger; nil where the entry is of another kind.
    package init?(_ entry: Entry, _ content: ContentStore) throws(ContentError) {
        guard case .checklistText(let body) = entry.statement.body else { return nil }
        self.entry = entry
        text = try Self.text(body.text, content)
        var sets: [String] = []
        for set in body.sets { sets.append(try Self.text(set, content)) }
        self.sets = sets
    }

    private static func text(
        _ kept: Kept<String>, _ content: ContentStore
    ) throws(ContentError) -> String {
        switch kept {
        case .inline(let inline): return inline
        case .stored(let file):
            guard let stored = String(validating: try content.bytes(of: file), as: UTF8.self) else {
                throw content.error(.notUTF8(file))
            }
            return stored
        }
    }
}
