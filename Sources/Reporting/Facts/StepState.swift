package import Rollout

/// Where a step stands as readers count it: its status, with *ready* told apart by what it rests on.
///
/// The cases are in the order for readers: from what is done to what is left out.
package enum StepState: String, Hashable, Sendable, CaseIterable {
    case ready
    case resting = "ready (resting on a waiver)"
    case waived
    case blocked
    case pending
    case stale
    case unknown
    case failing
    case notApplicable = "not applicable"

    package init(_ step: StepAssessment) {
        self = step.isTainted ? .resting : StepState(step.status)
    }

    /// The state of a status that is not told apart any further.
    package init(_ status: StepStatus) {
        switch status {
        case .notApplicable: self = .notApplicable
        case .waived: self = .waived
        case .failing: self = .failing
        case .unknown: self = .unknown
        case .stale: self = .stale
        case .pending: self = .pending
        case .blocked: self = .blocked
        case .ready: self = .ready
        }
    }

    package var words: String { rawValue }

    /// The words where room is short.
    package var short: String { self == .resting ? "ready (waiver)" : rawValue }

    /// The name of the count in JSON.
    package var key: String { self == .resting ? "restingOnWaivers" : rawValue }
}
