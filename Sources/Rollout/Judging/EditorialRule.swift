/// Who may say that a rewording changed no meaning, and of what.
package enum EditorialRule {
    /// Why somebody may not say it for a role of a step that has some digest then; nil where the
    /// person may.
    ///
    /// The rules of today, in the words before, must come to the step before: so evidence is never
    /// carried over where the id, role, due date, level, checks or sign-off rule is another.
    package static func objection(
        to editorial: Editorial, leadingTo digest: ContentDigest, of step: Step?,
        by actor: Actor, for role: RoleID?, at instant: Instant, in checklist: Checklist
    ) -> EditorialReason? {
        guard let step else { return .stepRemoved }
        guard role == checklist.owner, checklist.isOwner(actor, at: instant) else {
            return .notTheOwner(actor.principal, owner: checklist.owner)
        }
        guard editorial.from != digest else { return .sameWording }
        return step.rules.digest(in: editorial.before) == editorial.from ? nil : .otherRules
    }
}
