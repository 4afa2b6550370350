package import Rollout

/// Whether the text of the checklist is approved, in words.
package enum PlanWording {
    package static func sentence(
        _ reason: PlanApprovalReason, _ context: WordingContext
    ) -> String {
        switch reason {
        case .counts: return "It approves the text."
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .otherPlace(let place):
            return "It was given for the checklist at \(Prose.value(place))."
        case .otherApprovers:
            return "It names other approvers of the next text than the text itself does."
        case .otherRole(let asked):
            return
                "The text is approved by \(Prose.list(asked.map(context.role), "and"))."
        case .notAnApprover(let principal, let role):
            return
                "\(principal) is no member of \(context.role(role)) by the text that was approved before."
        case .samePerson(let principal, let entry):
            return "Its key approved the text already, as \(principal) (entry \(entry))."
        case .madeBefore(let entry):
            return
                "It was signed before the approval of entry \(entry), which the ledger took first."
        }
    }

    /// What is lacking.
    package static func lacking(
        _ roles: [RoleID], approved: ContentDigest?, _ context: WordingContext
    ) -> String {
        let who = Prose.list(roles.map(context.role), "and")
        let other =
            approved.map { " The text that is approved is sha256:\($0.short)…." } ?? ""
        return "The text of the checklist is not approved: \(who) must approve it.\(other)"
    }
}
