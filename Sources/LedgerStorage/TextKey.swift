import Rollout

/// What the text of a checklist is kept once for.
struct TextKey: Hashable {
    let digest: ContentDigest
    /// The UTF-8 of the rollout's id and place, since two spellings are two of them.
    private let rollout: [UInt8]
    private let place: [UInt8]

    /// Nil where the statement is not the text of a checklist.
    init?(_ statement: Statement) {
        guard statement.body.kind == .checklistText else { return nil }
        digest = statement.checklist
        rollout = Array(statement.rollout.id.utf8)
        place = Array(statement.rollout.place.utf8)
    }

    var rolloutText: String { String(decoding: rollout, as: UTF8.self) }
    var placeText: String { String(decoding: place, as: UTF8.self) }
}
