package import Rollout

/// What a witness did when it was asked last.
package enum WitnessStanding: Hashable, Sendable {
    /// It was not asked yet.
    case waiting
    /// It signed a checkpoint of so many entries, at a time of its own clock.
    case cosigned(size: Int, at: Instant)
    /// It did not answer; another attempt may.
    case unreachable(reason: String)
    /// It answered with this status.
    case refused(status: Int)
    /// It saw another log of this name, or more of it than there is: somebody must look.
    case contradicts(size: Int)
    /// What it answered with is no signature of it over the checkpoint.
    case unusable

    /// Whether the checkpoint of a size needs nothing more of it.
    func covers(_ size: Int) -> Bool {
        if case .cosigned(size, _) = self { true } else { false }
    }
}
