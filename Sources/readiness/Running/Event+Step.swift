import Rollout

extension Event {
    /// The id of the step that the event is about; nil where it is about none.
    ///
    /// A revocation is about the step of the record that it takes back: `steps` has that by number.
    func step(_ steps: [Int: String] = [:]) -> String? {
        switch self {
        case .check(let event): return event.step.id
        case .signOff(let signOff): return signOff.step.id
        case .waiver(let waiver): return waiver.step.id
        case .revocation(let revocation): return steps[revocation.sequence]
        case .checklistText, .decision: return nil
        }
    }
}
