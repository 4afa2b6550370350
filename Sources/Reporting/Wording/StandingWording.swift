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
        case .siteSilent: return "not seen from every site"
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
        case .notARunnerOfSite(let principal, let site):
            return
                "\(principal) carried it out, whose outcomes the checklist does not count as seen from \(site)."
        case .siteNotAsked(let site, let asked):
            let wanted = Prose.list(asked.map(\.text), "and")
            guard let site else {
                return "It was carried out without naming a site, and the step asks for \(wanted)."
            }
            return "It was carried out from \(site), and the step asks for \(wanted)."
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .notKept: return "What it saw can no longer be shown as it was."
        case .madeBefore(let entry):
            return "It was observed before that of entry \(entry), which is not met and which the "
                + "ledger took first."
        }
    }
}
