import Rollout

/// Whose sign-offs a step still lacks, in words.
enum MissingWording {
    /// As many people as a sentence names; JSON has all of them.
    private static let mostNamed = 5

    /// `barred` are whole sentences on members who are not asked; told where too few others can.
    static func sentence(
        role: String, have: Int, wanted: Int, candidates: [String], barred: [String] = []
    ) -> String {
        let missing = max(1, wanted - have)
        let people = Prose.list(candidates, "or", most: mostNamed)
        let lack: String
        if have == 0 {
            let must = wanted > 1 ? ", and \(wanted) people must" : ""
            lack = "Nobody has signed for \(role) yet\(must)"
        } else {
            let verb = have == 1 ? "is" : "are"
            lack =
                "\(have) of \(wanted) sign-offs for \(role) \(verb) on record, \(missing) \(missing == 1 ? "is" : "are") missing"
        }
        let why = ([""] + barred.prefix(mostNamed)).joined(separator: " ")
        switch candidates.count {
        case 0 where barred.isEmpty:
            let reason = have == 0 ? "the role has no members" : "the role has no other members"
            return "\(lack), and nobody can: \(reason)."
        case 0: return "\(lack), and no\(have == 0 ? "" : " other") member of the role can.\(why)"
        case ..<missing:
            return
                "\(lack): only \(Prose.list(candidates, "and")) can sign, which is too few.\(why)"
        default: return "\(lack): \(people) can\(have == 0 ? "" : " sign")."
        }
    }

    /// The same without the people.
    static func brief(role: String, have: Int, wanted: Int) -> String {
        wanted > 1 ? "\(have) of \(wanted) sign-offs of \(role)" : "sign-off of \(role)"
    }

    /// Why a member is not asked.
    static func sentence(_ barred: BarredSigner, _ context: WordingContext) -> String {
        switch barred.cause {
        case .objection(let reason): return SignOffWording.sentence(reason, context)
        case .undoes(let step):
            return
                "\(barred.principal) approved \(step), and a signature here would end that approval."
        }
    }
}
