package import Rollout

/// Whether the newest run of a check counts, in words.
package enum StandingWording {
    /// What follows "but"; nil where it counts, or where there is none.
    package static func reservation(_ freshness: CheckAssessment.Freshness) -> String? {
        switch freshness {
        case .missing, .current: return nil
        case .tooOld: return "too old to count"
        case .tooEarly: return "too early to count"
        case .olderWording: return "for another wording of the step"
        }
    }

    /// What is said of a check without a run; nil where there is one.
    package static func missing(_ check: CheckAssessment, _ context: WordingContext) -> String? {
        guard check.report == nil else { return nil }
        guard let foreign = check.elsewhere else { return "It was never carried out." }
        return
            "It was never carried out for this rollout. \(ForeignWording.sentence(foreign, act: .carriedOut, context))"
    }
}
