package import Rollout

/// Sign-offs that an open step lacks, and who can give them.
package struct MissingSignOffs: Hashable, Sendable {
    /// The place of the step.
    package let step: Int
    package let role: RoleID
    package let have: Int
    package let wanted: Int
    /// The members of the role who can still sign, and their deputies.
    package let candidates: [Principal]

    init(_ lacking: LackingRole, at place: Int) {
        step = place
        role = lacking.role
        have = lacking.have
        wanted = lacking.wanted
        candidates = WhomToCall(role: lacking.role, actors: lacking.candidates).people
    }
}
