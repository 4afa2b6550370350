extension Statement {
    /// Whether it is said about the text of a checklist, by whose rules it is judged.
    package var isMadeOnText: Bool {
        switch body {
        case .checklistText, .signers, .triage, .enrolmentLink, .enrolment: return false
        case .check, .signOff, .waiver, .revocation, .decision, .correction, .poll, .request,
            .approval, .retrospective, .editorial:
            return true
        }
    }
}
