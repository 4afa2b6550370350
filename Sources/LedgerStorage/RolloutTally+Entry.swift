import Attestation
import Rollout

extension RolloutTally {
    /// Takes in the next entry of a ledger; what it says of its number and of all rollouts before it
    /// must be so.
    mutating func objection(to entry: Entry) -> String? {
        let counted = append(entry.digest, of: Array(entry.statement.rollout.id.utf8))
        guard entry.ordinal == counted.ordinal else {
            return "it says that it is number \(entry.ordinal) of its rollout, but is number "
                + "\(counted.ordinal)"
        }
        guard entry.rollouts == counted.root else {
            return "it does not fit the entries that the rollouts have before it"
        }
        return nil
    }
}
