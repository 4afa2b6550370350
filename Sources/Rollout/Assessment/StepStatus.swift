/// Where a step stands; the cases are in the order in which the decision table tries them.
package enum StepStatus: String, Hashable, Sendable, CaseIterable {
    case notApplicable = "not applicable"
    case waived
    case failing
    case unknown
    case stale
    case pending
    case blocked
    case ready

    /// The status as a part of a reason's code.
    var code: String { self == .notApplicable ? "not-applicable" : rawValue }

    /// Nothing is left to do: it is ready, or need not be.
    package var isSettled: Bool {
        switch self {
        case .ready, .waived, .notApplicable: return true
        case .failing, .unknown, .stale, .pending, .blocked: return false
        }
    }
}
