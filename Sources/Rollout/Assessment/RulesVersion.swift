/// The version of the rules by which evidence becomes statuses and verdicts.
package enum RulesVersion {
    /// Counted up whenever the same checklist and entries may be judged otherwise than before.
    package static let current = 1
}
