import Characters
import Fields
import LocatedYAML
import Rollout

/// Finds members that a reader takes for one person, although their names differ.
///
/// A name that mixes alphabets is none that a reader could tell from another one. Whoever can be two people at once signs twice, and signs what they excluded themselves from. So
/// all roles are looked at together.
struct LookalikeMembers {
    /// The name that was first seen for each skeleton.
    private var seen: [String: Principal] = [:]

    mutating func check(_ member: Located<Principal>, in context: ReadingContext) {
        guard !MixedAlphabets.stands(in: member.value.text) else {
            return context.report(
                "mixed-alphabets",
                "\"\(member.value)\" mixes Latin letters with those of another alphabet",
                fix: "write each part of a name in one alphabet", at: member.node)
        }
        // A capital letter looks like other ones than its small form does.
        let (text, small) = (member.value.text, member.value.text.lowercased())
        let skeletons = (small == text ? [text] : [text, small]).map(Skeleton.of)
        let known = skeletons.compactMap { seen[$0] }.first
        for skeleton in skeletons where seen[skeleton] == nil { seen[skeleton] = member.value }
        guard let other = known, other != member.value else { return }
        context.report(
            "lookalike-members", "\"\(member.value)\" looks like the member \"\(other)\"",
            fix: "write one person in one way, in Latin letters where you can; tell two people "
                + "apart by a longer name: an initial, a number or a domain", at: member.node)
    }
}
