package import Rollout

/// What the text of a checklist is kept once for.
package struct TextKey: Hashable {
    package let digest: ContentDigest
    /// The UTF-8 of the rollout's id and place, since two spellings are two of them.
    private let rollout: [UInt8]
    private let place: [UInt8]

    package init(_ digest: ContentDigest, for rollout: RolloutReference) {
        self.digest = digest
        self.rollout = Array(rollout.id.utf8)
        place = Array(rollout.place.utf8)
    }

    /// Nil where the statement is not the text of a checklist.
    package init?(_ statement: Statement) {
        guard statement.body.kind == .checklistText else { return nil }
        self.init(statement.checklist, for: statement.rollout)
    }

    package var rolloutText: String { String(decoding: rollout, as: UTF8.self) }
    package var placeText: String { String(decoding: place, as: UTF8.self) }
}
