/// A text of a checklist, and when the ledger took it.
package struct RecordedText: Sendable {
    package let checklist: Checklist
    package let at: Instant

    package init(_ checklist: Checklist, at: Instant) {
        self.checklist = checklist
        self.at = at
    }
}

extension Assessment {
    /// The same where a step that was finished late by the text of then stays so, whatever a later
    /// text moved.
    ///
    /// `texts` are those on record, in the order of the ledger.
    package func keepingLateness(by texts: [RecordedText]) -> Assessment {
        var dues: [ContentDigest: [Schedule.DueTime]] = [:]
        var hasChanged = false
        let steps = steps.map { step -> StepAssessment in
            guard case .finished(let at) = step.punctuality,
                let text = texts.last(where: { $0.at <= at })?.checklist,
                text.digest != checklist.digest, let place = text.place(of: step.step.id)
            else { return step }
            let due = dues[text.digest] ?? Schedule(text).dueTimes
            dues[text.digest] = due
            guard due[place].lapses <= at else { return step }
            hasChanged = true
            return step.finishedLate(at, due: due[place].lapses)
        }
        guard hasChanged else { return self }
        return Assessment(
            checklist: checklist, asOf: asOf, phases: phases, steps: steps,
            unattachedSignOffs: unattachedSignOffs, waivers: waivers, revocations: revocations,
            decisions: decisions, corrections: corrections, editorials: editorials, polls: polls,
            approvals: approvals, plan: plan, reuses: reuses, sites: sites,
            outcomeObjections: outcomeObjections, entries: entries)
    }
}

extension StepAssessment {
    fileprivate func finishedLate(_ at: Instant, due then: Instant) -> StepAssessment {
        StepAssessment(
            step: step, status: status, reason: reason, withoutWaiver: withoutWaiver,
            restsOn: restsOn, due: due, dueBegins: dueBegins, dueLapses: dueLapses,
            punctuality: .finishedLate(at, due: then), countsUntil: countsUntil, checks: checks,
            signOffs: signOffs, lacking: lacking)
    }
}
