/// Whether the `when` of a phase or step holds for the parameters in force.
package enum Applicability: Hashable, Sendable {
    case applies
    /// A sentence part such as "cloud is worldwide, not dod".
    case doesNotApply(because: String)
}
