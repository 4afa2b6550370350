package import Rollout

/// How a step stands to its due point, in words.
package enum Lateness {
    /// Such as "late by 3 days" and "finished late by 2 hours"; nil where the step is neither.
    package static func words(_ step: StepAssessment, asOf: Instant) -> String? {
        switch step.punctuality {
        case .open, .finished: return nil
        case .late: return words(due: step.dueLapses, asOf: asOf)
        case .finishedLate(let at, nil):
            return "finished late by \(span(from: step.dueLapses, to: at))"
        case .finishedLate(let at, let due?):
            return "finished late by \(span(from: due, to: at)), as it was due then"
        }
    }

    /// Such as "late by 3 days", of what is owed by a moment; nil where that has not come.
    package static func words(due: Instant, asOf: Instant) -> String? {
        due <= asOf ? "late by \(span(from: due, to: asOf))" : nil
    }

    private static func span(from due: Instant, to moment: Instant) -> String {
        let hours = Int(moment.since(due).wholeMilliseconds / 3_600_000)
        switch hours {
        case ..<1: return "less than an hour"
        case ..<24: return Prose.count(hours, "hour")
        default: return Prose.count(hours / 24, "day")
        }
    }
}
