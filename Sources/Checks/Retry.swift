import Fields
import LocatedYAML
import Rollout

/// How often a check is tried again where it is not met, and after which time.
package struct Retry: Hashable, Sendable {
    /// How often beside the first time.
    package let times: Int
    package let delay: Duration

    package init(times: Int, delay: Duration) {
        self.times = times
        self.delay = delay
    }

    /// How long all attempts of so long each may take together.
    func longest(_ timeout: Duration) -> Duration { timeout * (times + 1) + delay * times }
}

extension ValueType where Value == Retry {
    /// Bounded, so that a check has an end in sight.
    static var retry: ValueType {
        .options("a rule for retries") { options in
            let times = options.required(
                "times", .integer(1...20), "How often it is tried again, at most.")
            let delay = options.optional(
                "delay", .duration, default: .seconds(1), "1s",
                "The time before each further attempt, at most 10m.")
            options.refuse(
                where: delay > .seconds(600), "the delay is longer than 10 minutes",
                fix: "write at most 10m, or repeat the run", at: "delay")
            return options.make(times) { Retry(times: $0, delay: delay) }
        }
    }
}
