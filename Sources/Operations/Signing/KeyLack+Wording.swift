import Reporting
package import Rollout

extension KeyLack {
    /// That a statement of somebody stays unsigned, and why, on one line.
    package func note(for principal: Principal) -> String {
        "not signed: ssh-agent and git's user.signingkey offer no key that counts for "
            + "\(principal).\(details)"
    }

    /// What is known of it beyond that, as sentences behind another one.
    var details: String {
        let limit = Prose.duration(Inquiry.limit)
        var sentences = silent.map { "\($0) did not answer within \(limit)." }
        if let fault { sentences.append(SignatureWording.sentence(fault, in: .utc)) }
        if let unreadable {
            sentences.append(
                "The public half of \(unreadable) cannot be read: lay it beside it as "
                    + "\(unreadable).pub.")
        }
        return sentences.map { " \($0)" }.joined()
    }
}
