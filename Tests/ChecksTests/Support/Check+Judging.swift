import Checks
import Rollout

extension Check {
    /// Judges with more time than a search takes.
    func judge(_ observation: Observation, at instant: Instant) -> Judgement {
        judge(observation, at: instant, until: Deadline(.seconds(60)))
    }
}
