/// A person in a role: the newest sign-off of a seat is the one that counts.
struct Seat: Hashable {
    let principal: Principal
    let role: RoleID
}
