import Rollout

/// Steps that are brought into wanted statuses by their records.
enum StatusSample {
    /// What the records say about steps with these statuses, all due at the start of one phase.
    ///
    /// The ids are `s0`, `s1` and so on, blocking steps first; a last step, `never`, is pending and
    /// due too late to count.
    static func assessment(
        blocking: [StepStatus], advisory: [StepStatus], at now: Instant
    ) throws -> Assessment {
        let all = blocking.map { ($0, Step.Level.blocking) } + advisory.map { ($0, .advisory) }
        let steps = all.enumerated().map { index, item in
            Make.step(
                "s\(index)", level: item.1, needs: item.0 == .blocked ? ["never"] : [],
                applicability: item.0 == .notApplicable
                    ? .doesNotApply(because: "cloud is dod") : .applies,
                checks: 1, signOff: nil)
        }
        let never = Make.step("never", due: Due(phase: "start", amount: 1, unit: .days))
        var book = RecordBook(try Make.checklist(steps + [never]))
        for (index, item) in all.enumerated() {
            record(item.0, of: "s\(index)", in: &book, at: now)
        }
        return book.assessment(asOf: now)
    }

    /// Records what brings a step with one check into a status.
    static func record(
        _ status: StepStatus, of id: String, in book: inout RecordBook, at now: Instant
    ) {
        switch status {
        case .ready, .blocked: book.check(id, at: now)
        case .waived: book.waive(id, at: now, until: now.plus(hours: 1))
        case .failing: book.check(id, 0, .unmet, at: now)
        case .unknown: book.check(id, 0, .undetermined, at: now)
        case .stale: book.check(id, at: now.plus(hours: -99))
        case .pending, .notApplicable: break
        }
    }
}
