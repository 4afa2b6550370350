extension Checklist {
    /// Why a statement does not count for how it is authenticated; nil where it does.
    ///
    /// The one place that decides. A no stands although its key was withdrawn later: whoever edits
    /// the list of signers must not take a rejection away.
    package func objection(
        to authentication: Authentication, of body: StatementBody
    ) -> AuthenticationReason? {
        switch authentication {
        case .key: return nil
        case .none: return requiresSigning ? .unsigned : nil
        case .unverified: return requiresSigning ? .noSignersOnRecord : nil
        case .refused(let fault): return .signature(fault)
        case .withdrawn(_, let fault): return body.isNo ? nil : .withdrawn(fault)
        }
    }
}

extension StatementBody {
    /// Whether it can only make a verdict worse.
    var isNo: Bool {
        switch self {
        case .check(let report): return report.outcome != .met
        case .signOff(let signOff): return signOff.choice == .reject
        case .decision(let decision): return decision.choice == .noGo
        case .poll(let poll): return poll.choice == .noGo
        // What is taken back may be a rejection; that is for the rule of revocations.
        case .waiver, .revocation, .correction, .checklistText, .request, .approval,
            .retrospective, .signers, .editorial, .triage, .enrolmentLink, .enrolment:
            return false
        }
    }
}
