import CanonicalJSON
package import Rollout

extension Statement {
    /// As many bytes of facts or text as a statement holds itself.
    package static let mostInlineBytes = 16_384

    /// The statement with its facts or texts kept beside the ledger, and what is to be kept there;
    /// nil where it has none.
    ///
    /// Who signs a statement with large content uses this first, and puts the contents into
    /// `LedgerLocation.content`: a statement that is signed does not change any more.
    package var withContentBeside: (statement: Statement, contents: [[UInt8]])? {
        switch body {
        case .check(let report):
            guard let facts = report.facts.content else { return nil }
            let body = CheckReport(
                position: report.position, kind: report.kind, outcome: report.outcome,
                obstacle: report.obstacle, findings: report.findings,
                observedAt: report.observedAt, holdsUntil: report.holdsUntil,
                facts: .stored(FileReference(to: facts.bytes)),
                tool: report.tool, host: report.host)
            return (with(.check(body)), [facts.bytes])
        case .checklistText(let body):
            let contents = body.all.compactMap { $0.content.map { Array($0.utf8) } }
            guard !contents.isEmpty else { return nil }
            let beside = ChecklistText(body.text.beside, sets: body.sets.map(\.beside))
            return (with(.checklistText(beside)), contents)
        case .signers(let body):
            guard let text = body.allowed.content else { return nil }
            let bytes = Array(text.utf8)
            let beside = SignersRecord(
                owner: body.owner, allowed: .stored(FileReference(to: bytes)),
                revoked: body.revoked, origins: body.origins)
            return (with(.signers(beside)), [bytes])
        case .signOff, .waiver, .revocation, .decision, .correction, .poll, .request, .approval,
            .retrospective, .editorial, .triage, .enrolmentLink, .enrolment:
            return nil
        }
    }

    /// The files beside the ledger that the statement names, with what each is for people.
    package var keptFiles: [(file: FileReference, name: String)] {
        switch body {
        case .check(let report):
            guard case .stored(let file) = report.facts else { return [] }
            return [(file, "facts of a check")]
        case .checklistText(let body):
            return body.all.enumerated().compactMap { place, text in
                guard case .stored(let file) = text else { return nil }
                return (file, place == 0 ? "text of the checklist" : "text of a step set")
            }
        case .signOff(let signOff): return signOff.evidence.map { ($0.file, "evidence \($0.name)") }
        case .signers(let body):
            guard case .stored(let file) = body.allowed else { return [] }
            return [(file, "list of signers")]
        case .waiver, .revocation, .decision, .correction, .poll, .request, .approval,
            .retrospective, .editorial, .triage, .enrolmentLink, .enrolment:
            return []
        }
    }

    private func with(_ body: StatementBody) -> Statement {
        Statement(
            rollout: rollout, scope: scope, checklist: checklist, step: step,
            principal: principal, onBehalfOf: onBehalfOf, role: role, site: site, run: run,
            madeAt: madeAt, body: body)
    }

    /// The bytes of the facts or text that stand in the statement; 0 where there are none.
    var inlineContentSize: Int {
        switch body {
        case .check(let report): return report.facts.content?.bytes.count ?? 0
        case .checklistText(let body):
            return body.all.reduce(0) { $0 + ($1.content?.utf8.count ?? 0) }
        case .signers(let body): return body.allowed.content?.utf8.count ?? 0
        case .signOff, .waiver, .revocation, .decision, .correction, .poll, .request, .approval,
            .retrospective, .editorial, .triage, .enrolmentLink, .enrolment:
            return 0
        }
    }
}

extension Kept<String> {
    /// The same as what is kept beside the ledger.
    fileprivate var beside: Kept<String> {
        content.map { .stored(FileReference(to: Array($0.utf8))) } ?? self
    }
}

extension FileReference {
    fileprivate init(to bytes: [UInt8]) {
        self.init(size: bytes.count, digest: ContentDigest(of: bytes))
    }
}
