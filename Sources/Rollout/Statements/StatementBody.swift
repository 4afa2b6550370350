/// What a statement says, by its kind.
///
/// It is indirect because entries are many, and are copied more often than their bodies are read.
package indirect enum StatementBody: Hashable, Sendable {
    case checklistText(ChecklistText)
    case check(CheckReport)
    case signOff(SignOff)
    case waiver(Waiver)
    case revocation(Revocation)
    case decision(Decision)
    case correction(Correction)
    case editorial(Editorial)

    /// The names of the kinds, as statements have them under `kind`.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case checklistText = "checklist-text"
        case check
        case signOff = "sign-off"
        case waiver
        case revocation
        case decision
        case correction
        case editorial

        /// Whether a statement of the kind names the step that it is about.
        package var isAboutAStep: Bool {
            switch self {
            case .check, .signOff, .waiver, .revocation, .editorial: return true
            case .checklistText, .decision, .correction: return false
            }
        }

        /// Whether a statement of the kind names the role that its principal acts for.
        package var isForARole: Bool {
            switch self {
            case .signOff, .waiver, .decision, .correction, .editorial: return true
            case .checklistText, .check, .revocation: return false
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .checklistText: return .checklistText
        case .check: return .check
        case .signOff: return .signOff
        case .waiver: return .waiver
        case .revocation: return .revocation
        case .decision: return .decision
        case .correction: return .correction
        case .editorial: return .editorial
        }
    }
}
