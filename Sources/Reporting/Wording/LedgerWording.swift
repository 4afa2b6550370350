/// What was seen in the ledger besides the rollout, in words.
package enum LedgerWording {
    package static func sentence(_ warning: LedgerWarning) -> String {
        let place =
            warning.entry.map { "Entry \($0) of the ledger, which is of another rollout," }
            ?? "The ledger"
        return "\(place) is damaged: \(warning.detail)"
    }
}
