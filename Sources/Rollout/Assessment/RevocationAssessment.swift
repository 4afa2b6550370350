/// A recorded revocation, and whether it counts.
package struct RevocationAssessment: Hashable, Sendable {
    package let entry: Entry
    package let revocation: Revocation
    package let reason: RevocationReason

    package init(entry: Entry, revocation: Revocation, reason: RevocationReason) {
        self.entry = entry
        self.revocation = revocation
        self.reason = reason
    }

    package var principal: Principal { entry.statement.principal }
}
