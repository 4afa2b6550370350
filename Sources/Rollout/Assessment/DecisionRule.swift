/// Who may decide go or no-go.
package enum DecisionRule {
    /// Why a recorded decision is none for the checklist and its parameters; nil where it is one.
    package static func objection(
        to decision: Decision, by principal: String, in checklist: Checklist
    ) -> String? {
        guard decision.parameters == checklist.settings else {
            return "it was made for other values of the parameters"
        }
        return objection(to: principal, for: decision.role, in: checklist)
    }

    /// Why a person may not decide for a role; nil where the person may.
    package static func objection(to principal: String, for role: String, in checklist: Checklist)
        -> String?
    {
        guard role == checklist.owner else {
            return "\(checklist.owner) decides go or no-go, not \(role)"
        }
        guard let members = checklist.role(role)?.members, members.contains(principal) else {
            return "\(principal) is not a member of \(role)"
        }
        return nil
    }
}
