/// What shows that two statements are of one person.
enum PersonMark: Hashable {
    /// A name, of who acts or of whom somebody acts for.
    case name(Principal)
    case key(KeyFingerprint)
}

extension Entry {
    /// The marks of whoever made the statement.
    var marks: [PersonMark] {
        Self.marks(of: statement.actor, authentication.signer?.fingerprint)
    }

    static func marks(of actor: Actor, _ key: KeyFingerprint?) -> [PersonMark] {
        [.name(actor.principal)] + (actor.onBehalfOf.map { [.name($0)] } ?? [])
            + (key.map { [.key($0)] } ?? [])
    }

    /// Whether one key made both, under two names.
    func isByOneKey(as other: Entry) -> Bool {
        guard let key = authentication.signer?.fingerprint else { return false }
        return key == other.authentication.signer?.fingerprint
            && statement.principal != other.statement.principal
    }
}
