/// What a record says happened.
package enum Event: Hashable, Sendable {
    case checklistText(ChecklistText)
    case check(CheckEvent)
    case signOff(SignOff)
    case waiver(Waiver)
    case revocation(Revocation)
    case decision(Decision)
}
