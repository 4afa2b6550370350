/// A role that too few people have signed a step for, and who can still do so.
package struct LackingRole: Hashable, Sendable {
    package let role: RoleID
    package let have: Int
    package let wanted: Int
    /// The members who could sign now, each after the deputies who could do so in their place.
    package let candidates: [Actor]
    /// The members who did not sign and are not to.
    package let barred: [BarredSigner]

    package init(
        role: RoleID, have: Int, wanted: Int, candidates: [Actor], barred: [BarredSigner] = []
    ) {
        self.role = role
        self.have = have
        self.wanted = wanted
        self.candidates = candidates
        self.barred = barred
    }

    /// Enough members can still sign.
    package var canBeGiven: Bool {
        Set(candidates.map(\.represented)).count >= max(1, wanted - have)
    }
}
