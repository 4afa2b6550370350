import Characters
import Fields
import LocatedYAML
import Rollout

/// Finds members that a reader takes for one person, although their names differ.
///
/// A name that mixes alphabets is none that a reader could tell from another one. Whoever can be two
/// people at once signs twice, and signs what they excluded themselves from. So all roles are looked
/// at together.
struct LookalikeMembers {
    private var seen = LookalikeNames()

    mutating func check(_ member: Located<Principal>, in context: ReadingContext) {
        guard !MixedAlphabets.stands(in: member.value.text) else {
            return context.report(
                "mixed-alphabets",
                "\"\(member.value)\" mixes Latin letters with those of another alphabet",
                fix: "write each part of a name in one alphabet", at: member.node)
        }
        guard let other = seen.other(than: member.value.text) else { return }
        context.report(
            "lookalike-members", "\"\(member.value)\" looks like the member \"\(other)\"",
            fix: "write one person in one way, in Latin letters where you can; tell two people "
                + "apart by a longer name: an initial, a number or a domain", at: member.node)
    }
}
