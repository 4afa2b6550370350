extension SignOffRule {
    /// Why a person may not sign a step for a role; nil where the person may.
    ///
    /// Used before a sign-off is recorded and again whenever it is judged, because members change.
    /// Separation of duties keeps nobody from rejecting. `otherSigners` says who signed a step, by
    /// its id.
    package func objection(
        to principal: String, for role: String, decision: SignOff.Verdict, in checklist: Checklist,
        otherSigners: (String) -> [String]
    ) -> String? {
        guard roles.contains(role) else {
            return
                "the step asks for the sign-off of \(roles.joined(separator: ", ")), not of \(role)"
        }
        guard let members = checklist.role(role)?.members, members.contains(principal) else {
            return "\(principal) is not a member of \(role)"
        }
        guard decision == .approve else { return nil }
        for reference in notBy {
            let others = checklist.steps(named: reference)
            guard !others.isEmpty else {
                return "nobody who signed \(reference) may sign this step, "
                    + "and the checklist has no such step"
            }
            for other in others where otherSigners(other.id).contains(principal) {
                return "\(principal) signed \(other.id), and who signed that may not sign this step"
            }
        }
        return nil
    }
}
