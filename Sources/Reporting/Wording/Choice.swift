package import Rollout

/// The owner's decision in the words of the verdicts, so that the two can be compared.
package enum Choice {
    /// `GO` or `NO-GO`.
    package static func words(_ choice: Decision.Choice) -> String {
        switch choice {
        case .go: return Verdict.go.rawValue
        case .noGo: return Verdict.noGo.rawValue
        }
    }
}
