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
    case poll(Poll)
    case request(ChangeRequest)
    case approval(PlanApproval)
    case retrospective(Retrospective)
    case signers(SignersRecord)
    case editorial(Editorial)
    case triage(Triage)
    case enrolmentLink(EnrolmentLink)
    case enrolment(Enrolment)

    /// The names of the kinds, as statements have them under `kind`.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case checklistText = "checklist-text"
        case check
        case signOff = "sign-off"
        case waiver
        case revocation
        case decision
        case correction
        case poll
        case request
        case approval
        case retrospective
        case signers
        case editorial
        case triage
        case enrolmentLink = "enrolment-link"
        case enrolment

        /// Whether a statement of the kind names the step that it is about.
        package var isAboutAStep: Bool {
            switch self {
            case .check, .signOff, .waiver, .revocation, .request, .editorial:
                return true
            case .checklistText, .decision, .correction, .poll, .approval, .retrospective, .signers,
                .triage, .enrolmentLink, .enrolment:
                return false
            }
        }

        /// Whether a statement of the kind names the role that its principal acts for.
        package var isForARole: Bool {
            switch self {
            case .signOff, .waiver, .decision, .correction, .poll, .request, .approval,
                .retrospective, .editorial:
                return true
            case .checklistText, .check, .revocation, .signers, .triage, .enrolmentLink,
                .enrolment:
                return false
            }
        }
    }

    /// What a signature over a statement of the body must have been made for.
    package var namespace: SignatureNamespace {
        if case .enrolment = self { .enrolment } else { .statement }
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
        case .poll: return .poll
        case .request: return .request
        case .approval: return .approval
        case .retrospective: return .retrospective
        case .signers: return .signers
        case .editorial: return .editorial
        case .triage: return .triage
        case .enrolmentLink: return .enrolmentLink
        case .enrolment: return .enrolment
        }
    }
}
