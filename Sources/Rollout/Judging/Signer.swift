/// A voice in a role: the newest sign-off of a signer is the one that counts.
struct Signer: Hashable {
    /// The member whose word it is, whoever gave it.
    let principal: Principal
    let role: RoleID
    /// The place of the first sign-off of the step that is of the same person, by name or key.
    let person: Int
}
