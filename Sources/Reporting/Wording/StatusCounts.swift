package import Rollout

/// How many steps are in each status; the counts sum to the number of steps.
package struct StatusCounts: Hashable, Sendable {
    private let counts: [StepStatus: Int]
    package let total: Int
    /// The steps that are late, whatever their status.
    package let late: Int

    package init(_ steps: [StepAssessment]) {
        counts = Dictionary(steps.map { ($0.status, 1) }, uniquingKeysWith: +)
        total = steps.count
        late = steps.filter(\.isLate).count
    }

    package subscript(status: StepStatus) -> Int { counts[status, default: 0] }

    /// The order for readers: from what is done to what is left out.
    package static let order: [StepStatus] = [
        .ready, .waived, .blocked, .pending, .stale, .unknown, .failing, .notApplicable,
    ]

    /// Such as "3 of 5 ready".
    package var readyOfTotal: String { "\(self[.ready]) of \(total) ready" }

    /// Such as "3 ready, 1 failing, 1 pending"; statuses that no step has are left out.
    package var words: String {
        let parts = Self.order.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.rawValue)" }
        return parts.isEmpty ? "no steps" : parts.joined(separator: ", ")
    }
}
