/// What the own evidence of a step means for the steps that need it.
enum Passage: Hashable {
    /// They pass, whatever the step itself needs; `taints` where they rest on its waiver then.
    case always(taints: Bool)
    /// They pass where what the step itself needs passes.
    case withNeeds
    case never

    init(_ own: StepStatus) {
        switch own {
        case .notApplicable: self = .always(taints: false)
        case .waived: self = .always(taints: true)
        case .ready: self = .withNeeds
        case .failing, .unknown, .stale, .pending, .blocked: self = .never
        }
    }
}
