package import Rollout

/// Which names of a list of signers are one person: those that share a key, and what these share.
///
/// A key shows who somebody is whatever it may sign and whenever, so that lines count that are for
/// another purpose, or for another time. A key of an authority is nobody's.
package struct ListedPeople: Hashable, Sendable {
    /// By name, the other names of the same person; only for those who have any.
    private let others: [Principal: Set<Principal>]

    package init(_ list: AllowedSigners) {
        var people: [Set<Principal>] = []
        let lines = list.signers.filter { !$0.isAuthority }
        for lines in Dictionary(grouping: lines, by: \.key.fingerprint).values {
            var person = Set(lines.flatMap(\.principals.names).map { Principal($0) })
            guard person.count > 1 else { continue }
            for known in people where !known.isDisjoint(with: person) { person.formUnion(known) }
            people.removeAll { !$0.isDisjoint(with: person) }
            people.append(person)
        }
        others = people.reduce(into: [:]) { others, person in
            for name in person { others[name] = person.subtracting([name]) }
        }
    }

    /// The other names of whoever has a name.
    package func otherNames(of name: Principal) -> Set<Principal> { others[name, default: []] }
}
