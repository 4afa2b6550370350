/// The other names that the list of signers on record has for whoever made a statement.
///
/// Two names that share a key on the list are one person, whichever key a statement is signed with.
package struct OtherNames: Hashable, Sendable {
    /// Those of who acts.
    package let principal: Set<Principal>
    /// Those of whom somebody acts for.
    package let member: Set<Principal>

    package static let none = OtherNames(principal: [], member: [])

    package init(principal: Set<Principal>, member: Set<Principal>) {
        self.principal = principal
        self.member = member
    }
}
