/// Whether the `when` of a phase or step holds for the parameters in force.
package enum Applicability: Hashable, Sendable {
    case applies
    /// The conditions that do not hold, at least one.
    case doesNotApply([Mismatch])
}
