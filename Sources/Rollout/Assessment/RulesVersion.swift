/// The version of the rules by which evidence becomes statuses and verdicts.
package enum RulesVersion {
    /// Counted up, from the first release on, whenever the same checklist and entries may be judged
    /// otherwise than by the release before.
    package static let current = 1
}
