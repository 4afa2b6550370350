import Rollout

/// What sign-offs, waivers and decisions can have in common, in words.
enum ActWording {
    static let otherWording = "It was made for another wording of the step."

    static func datedAhead(_ at: Instant, _ context: WordingContext) -> String {
        "It is dated \(context.time(at)), which is later than the instant judged."
    }

    static func takenBack(
        _ by: Principal, _ at: Instant, _ entry: Int, _ context: WordingContext
    ) -> String {
        "\(by) took it back at \(context.time(at)) (entry \(entry))."
    }

    /// A yes that was signed before a no.
    static func madeBefore(_ entry: Int) -> String {
        "It was signed before a no that was recorded first (entry \(entry)), and does not undo it."
    }

    /// What nobody signed, after a signed no.
    static func unsignedOverSigned(_ entry: Int) -> String {
        "Nobody signed it, and entry \(entry), which says no, is signed: only what is signed undoes that."
    }

    static func notAMember(
        _ principal: Principal, _ role: RoleID, _ context: WordingContext
    ) -> String {
        "\(principal) is not a member of \(context.role(role))."
    }
}
