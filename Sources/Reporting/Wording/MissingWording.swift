/// Whose sign-offs a step still lacks, in words.
enum MissingWording {
    /// As many people as a sentence names; JSON has all of them.
    private static let mostNamed = 5

    static func sentence(role: String, have: Int, wanted: Int, candidates: [String]) -> String {
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
        switch candidates.count {
        case 0: return "\(lack); no\(have == 0 ? "" : " other") member of the role can sign."
        case ..<missing:
            return "\(lack): only \(Prose.list(candidates, "and")) can sign, which is too few."
        default: return "\(lack): \(people) can\(have == 0 ? "" : " sign")."
        }
    }
}
