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
        guard let objection = check.elsewhere else { return "It was never carried out." }
        if case .foreign = objection {
            return "It was never carried out for this rollout. \(sentence(objection, context))"
        }
        return "No outcome counts. \(sentence(objection, context))"
    }

    /// Why an outcome does not count.
    package static func sentence(_ objection: CheckObjection, _ context: WordingContext) -> String {
        switch objection {
        case .foreign(let foreign):
            return ForeignWording.sentence(foreign, act: .carriedOut, context)
        case .notARunner(let principal):
            return "\(principal) carried it out, whose outcomes the checklist does not count."
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .madeBefore(let entry):
            return "It was observed before that of entry \(entry), which is not met and which the "
                + "ledger took first."
        }
    }
}
