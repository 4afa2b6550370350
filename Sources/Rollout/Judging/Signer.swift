/// A person in a role: the newest sign-off of a signer is the one that counts.
struct Signer: Hashable {
    let principal: Principal
    let role: RoleID
}
