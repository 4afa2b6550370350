import Characters
import Rollout

/// Which names of a plan become members: those that a checklist takes, where one person has one name
/// and no two names look the same.
struct ClearNames {
    /// The name that was first seen for each look.
    private var seen: [String: Principal] = [:]

    /// Why a name is left to a person; nil where it becomes a member.
    mutating func fault(of name: String) -> String? {
        guard let person = Principal(written: name) else {
            return "no name without blanks, such as nora@example.com"
        }
        guard !MixedAlphabets.stands(in: person.text) else {
            return "a name that mixes Latin letters with those of another alphabet"
        }
        // A capital letter looks like other ones than its small form does.
        let looks = [person.text, person.text.lowercased()].map(Skeleton.of)
        if let other = looks.compactMap({ seen[$0] }).first, other != person {
            return "it looks like \(other.text), so write one person in one way, or tell two apart"
        }
        for look in looks where seen[look] == nil { seen[look] = person }
        return nil
    }
}
