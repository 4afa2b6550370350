extension WaiverRule {
    /// Why a person may not waive a step for a role until a moment; nil where the person may.
    package func objection(
        to principal: String, for role: String, from start: Instant, until end: Instant,
        in checklist: Checklist
    ) -> String? {
        guard roles.contains(role) else {
            return "waivers are given by \(roles.joined(separator: ", ")), not by \(role)"
        }
        guard let members = checklist.role(role)?.members, members.contains(principal) else {
            return "\(principal) is not a member of \(role)"
        }
        guard end > start else { return "it ends before it begins" }
        guard end.since(start) <= longest else {
            return "it lasts longer than the checklist allows (\(longest.language))"
        }
        return nil
    }
}
