import Rollout

/// Steps that are brought into wanted statuses by their entries.
enum StatusSample {
    /// Where a step is wanted to stand.
    enum Wanted: Hashable {
        case plain(StepStatus)
        /// Ready only because a step that it needs is waived.
        case tainted

        var status: StepStatus {
            switch self {
            case .plain(let status): status
            case .tainted: .ready
            }
        }
    }

    /// What the entries say about steps with these statuses, all due at the start of one phase.
    ///
    /// The ids are `s0`, `s1` and so on, blocking steps first; `never` is pending, `excused` waived,
    /// and both are due too late to count.
    static func assessment(
        blocking: [StepStatus], advisory: [StepStatus], at now: Instant
    ) throws -> Assessment {
        try assessment(
            wanted: blocking.map { .plain($0) }, advisory: advisory.map { .plain($0) }, at: now)
    }

    static func assessment(
        wanted blocking: [Wanted], advisory: [Wanted], at now: Instant
    ) throws -> Assessment {
        let all = blocking.map { ($0, Step.Level.blocking) } + advisory.map { ($0, .advisory) }
        let steps = all.enumerated().map { index, item in
            let needs: [StepID] =
                switch item.0 {
                case .tainted: ["excused"]
                case .plain(.blocked): ["never"]
                case .plain: []
                }
            return Make.step(
                StepID("s\(index)"), level: item.1, needs: needs,
                applicability: item.0 == .plain(.notApplicable) ? Make.off : .applies,
                checks: 1, signOff: nil)
        }
        let afterwards = Due(phase: "start", amount: 1, unit: .days)
        let others = [
            Make.step("never", due: afterwards), Make.step("excused", due: afterwards),
        ]
        var book = EntryBook(try Make.checklist(steps + others))
        book.waive("excused", at: now, until: now.plus(hours: 1))
        for (index, item) in all.enumerated() {
            record(item.0.status, of: StepID("s\(index)"), in: &book, at: now)
        }
        return book.assessment(asOf: now)
    }

    /// Records what brings a step with one check into a status.
    static func record(
        _ status: StepStatus, of id: StepID, in book: inout EntryBook, at now: Instant
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
