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
}
