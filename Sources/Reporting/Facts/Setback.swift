package import Rollout

/// Something that went wrong on the way and is over: found in what the ledger keeps for ever.
package struct Setback: Sendable {
    package enum Kind: Sendable {
        /// Somebody rejected a step, and no longer does.
        case rejection(SignOffAssessment)
        /// A check was not met, or could not be carried out, and later had another outcome.
        case check(CheckReport, runs: Int, until: Entry)
        /// A decision that another one replaced.
        case decision(DecisionAssessment)
        /// A no-go in a roll call that another answer replaced.
        case poll(PollAssessment)
    }

    package let kind: Kind
    /// The entry that says no first.
    package let entry: Entry
    /// The step that it is about; nil where it is about none.
    package let step: StepID?

    /// All of them, in the order of the ledger.
    static func all(in assessment: Assessment) -> [Setback] {
        var found = checks(assessment)
        for signOff in assessment.signOffs where signOff.signOff.choice == .reject {
            switch signOff.reason {
            case .rejects, .foreign, .datedAhead: continue
            default:
                found.append(
                    Setback(
                        kind: .rejection(signOff), entry: signOff.entry, step: signOff.step))
            }
        }
        for decision in assessment.decisions {
            guard case .replaced = decision.reason, decision.decision.choice == .noGo else {
                continue
            }
            found.append(Setback(kind: .decision(decision), entry: decision.entry, step: nil))
        }
        for poll in assessment.polls where poll.poll.choice == .noGo {
            guard case .replaced = poll.reason else { continue }
            found.append(Setback(kind: .poll(poll), entry: poll.entry, step: nil))
        }
        return found.sorted { $0.entry.sequence < $1.entry.sequence }
    }

    /// One check of a step, from one place.
    private struct Voice: Hashable {
        let step: StepID
        let position: Int
        let site: String?
    }

    /// Outcomes in a row that say the same no.
    private struct Streak {
        let first: Entry
        let report: CheckReport
        var runs: Int

        func says(theSameAs other: CheckReport) -> Bool {
            report.outcome == other.outcome && report.obstacle == other.obstacle
                && report.findings.filter { !$0.isMet } == other.findings.filter { !$0.isMet }
        }
    }

    private static func checks(_ assessment: Assessment) -> [Setback] {
        var open: [Voice: [Streak]] = [:]
        var found: [Setback] = []
        for entry in assessment.entries {
            guard case .check(let report) = entry.statement.body,
                let step = entry.statement.step?.id,
                assessment.checklist.foreignness(of: entry.statement) == nil
            else { continue }
            let voice = Voice(step: step, position: report.position, site: entry.statement.site)
            var streaks = open[voice, default: []]
            if report.outcome == .met {
                found += streaks.map { streak in
                    Setback(
                        kind: .check(streak.report, runs: streak.runs, until: entry),
                        entry: streak.first, step: step)
                }
                streaks = []
            } else if let last = streaks.indices.last, streaks[last].says(theSameAs: report) {
                streaks[last].runs += 1
            } else {
                streaks.append(Streak(first: entry, report: report, runs: 1))
            }
            open[voice] = streaks
        }
        return found
    }
}
