extension StepEvidence {
    /// One for each check of the step, in its order.
    var checkAssessments: [CheckAssessment] {
        zip(checks, sites).map { check, sites in
            let (check, judged) = check
            return CheckAssessment(
                definition: step.checks[check.position],
                freshness: sites.freshness(of: judged),
                entry: judged.map { index.entries[$0.place] }, report: judged?.report,
                elsewhere: judged == nil ? index.checksElsewhere[step.id] : nil,
                carriedBy: judged.map { index.editorials(behind: $0.place) } ?? [],
                sites: check.siteOutcomes(at: instant), parity: sites.parity,
                unasked: check.unasked)
        }
    }

    /// Every sign-off on record for the step, in the order of the ledger.
    var signOffAssessments: [SignOffAssessment] {
        signOffs.map { judged in
            SignOffAssessment(
                entry: index.entries[judged.place], signOff: judged.signOff, step: step.id,
                role: judged.role, reason: judged.reason,
                carriedBy: index.editorials(behind: judged.place))
        }
    }
}
