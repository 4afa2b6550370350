import Characters
import Rollout

/// Which names of a plan become members: those that a checklist takes, where one person has one name
/// and no two names look the same.
struct ClearNames {
    private var seen = LookalikeNames()

    /// Why a name is left to a person; nil where it becomes a member.
    mutating func fault(of name: String) -> String? {
        guard let person = Principal(written: name) else {
            return "no name without blanks, such as nora@example.com"
        }
        guard !MixedAlphabets.stands(in: person.text) else {
            return "a name that mixes Latin letters with those of another alphabet"
        }
        if let other = seen.other(than: person.text) {
            return "it looks like \(other), so write one person in one way, or tell two apart"
        }
        return nil
    }
}
