/// What shows that two statements are of one person.
enum PersonMark: Hashable {
    /// A name, of who acts or of whom somebody acts for.
    case name(Principal)
    case key(KeyFingerprint)
}

extension Entry {
    /// The marks of whoever made the statement, and of whom it was made for.
    var marks: [PersonMark] {
        Self.marks(of: statement.actor, authentication.signer?.fingerprint, otherNames)
    }

    static func marks(
        of actor: Actor, _ key: KeyFingerprint?, _ others: OtherNames
    ) -> [PersonMark] {
        ownMarks(of: actor, key, others) + names(actor.onBehalfOf, others.member)
    }

    /// The marks of who acted, whomever for.
    var ownMarks: [PersonMark] {
        Self.ownMarks(of: statement.actor, authentication.signer?.fingerprint, otherNames)
    }

    private static func ownMarks(
        of actor: Actor, _ key: KeyFingerprint?, _ others: OtherNames
    ) -> [PersonMark] {
        names(actor.principal, others.principal) + (key.map { [.key($0)] } ?? [])
    }

    private static func names(_ name: Principal?, _ others: Set<Principal>) -> [PersonMark] {
        guard let name else { return [] }
        return [.name(name)] + others.sorted { $0.text < $1.text }.map { .name($0) }
    }

    /// Whether one person made both, under two names.
    func isUnderAnotherName(than other: Entry) -> Bool {
        statement.principal != other.statement.principal
            && !Set(ownMarks).isDisjoint(with: other.ownMarks)
    }
}
