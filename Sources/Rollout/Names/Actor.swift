/// Who acts, and for whom where somebody acts as a deputy.
package struct Actor: Hashable, Sendable {
    package let principal: Principal
    /// Nil for those who act for themselves.
    package let onBehalfOf: Principal?

    package init(_ principal: Principal, onBehalfOf: Principal? = nil) {
        self.principal = principal
        self.onBehalfOf = onBehalfOf
    }

    /// The member of a role whose word it is.
    package var represented: Principal { onBehalfOf ?? principal }
}

extension Statement {
    package var actor: Actor { Actor(principal, onBehalfOf: onBehalfOf) }
}
