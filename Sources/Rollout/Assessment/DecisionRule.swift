/// Who may decide go or no-go.
package enum DecisionRule {
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
