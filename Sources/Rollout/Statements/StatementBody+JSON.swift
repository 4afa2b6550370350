import CanonicalJSON

extension StatementBody {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            switch self {
            case .checklistText(let body): body.write(to: &writer)
            case .check(let body): body.write(to: &writer)
            case .signOff(let body): body.write(to: &writer)
            case .waiver(let body): body.write(to: &writer)
            case .revocation(let body): body.write(to: &writer)
            case .decision(let body): body.write(to: &writer)
            case .correction(let body): body.write(to: &writer)
            case .poll(let body): body.write(to: &writer)
            case .request(let body): body.write(to: &writer)
            case .approval(let body): body.write(to: &writer)
            case .retrospective(let body): body.write(to: &writer)
            case .signers(let body): body.write(to: &writer)
            case .editorial(let body): body.write(to: &writer)
            case .triage(let body): body.write(to: &writer)
            case .enrolmentLink(let body): body.write(to: &writer)
            case .enrolment(let body): body.write(to: &writer)
            }
        }
    }

    /// Reads the members of the body of a kind.
    init(_ kind: Kind, _ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        switch kind {
        case .checklistText: self = .checklistText(try ChecklistText(&reader))
        case .check: self = .check(try CheckReport(&reader))
        case .signOff: self = .signOff(try SignOff(&reader))
        case .waiver: self = .waiver(try Waiver(&reader))
        case .revocation: self = .revocation(try Revocation(&reader))
        case .decision: self = .decision(try Decision(&reader))
        case .correction: self = .correction(try Correction(&reader))
        case .poll: self = .poll(try Poll(&reader))
        case .request: self = .request(try ChangeRequest(&reader))
        case .approval: self = .approval(try PlanApproval(&reader))
        case .retrospective: self = .retrospective(try Retrospective(&reader))
        case .signers: self = .signers(try SignersRecord(&reader))
        case .editorial: self = .editorial(try Editorial(&reader))
        case .triage: self = .triage(try Triage(&reader))
        case .enrolmentLink: self = .enrolmentLink(try EnrolmentLink(&reader))
        case .enrolment: self = .enrolment(try Enrolment(&reader))
        }
    }
}
