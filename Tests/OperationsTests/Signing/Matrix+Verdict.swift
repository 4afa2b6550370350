import Attestation
import Operations
import Rollout

extension Matrix {
    /// How an entry is judged now.
    func verdict(on entry: Entry) async throws -> Outcome {
        if entry.statement.body.kind == .signers {
            let lists = try await ReadSigners.read(location).lists
            let list = lists.first { $0.entry.sequence == entry.sequence }
            return Outcome(code: list?.fault?.code ?? "counts", counts: list?.fault == nil)
        }
        let assessment = try await place.judged().assessment
        return Self.person(entry, assessment) ?? Self.plan(entry, assessment)
            ?? Outcome(code: "absent", counts: false)
    }

    private static func person(_ entry: Entry, _ assessment: Assessment) -> Outcome? {
        func made<Assessed>(_ all: [Assessed], _ of: (Assessed) -> Entry) -> Assessed? {
            all.first { of($0).sequence == entry.sequence }
        }
        if let found = made(assessment.signOffs, \.entry) {
            return Outcome(code: found.reason.code, counts: found.counts)
        }
        if let found = made(assessment.waivers, \.entry) {
            return Outcome(code: found.reason.code, counts: found.covers)
        }
        if let found = made(assessment.revocations, \.entry) {
            return Outcome(code: found.reason.code, counts: found.reason == .counts)
        }
        if let found = made(assessment.decisions, \.entry) {
            return Outcome(code: found.reason.code, counts: found.stands)
        }
        if let found = made(assessment.polls, \.entry) {
            return Outcome(code: found.reason.code, counts: found.counts)
        }
        return made(assessment.approvals, \.entry).map {
            Outcome(code: $0.reason.code, counts: $0.reason == .counts)
        }
    }

    /// What has no assessment of its own: outcomes of checks and retrospectives.
    private static func plan(_ entry: Entry, _ assessment: Assessment) -> Outcome? {
        switch entry.statement.body {
        case .check:
            let check = entry.statement.step.flatMap { assessment.step($0.id)?.checks.first }
            let counts = check?.entry?.sequence == entry.sequence
            return Outcome(
                code: counts ? "counts" : check?.elsewhere?.code ?? "not-the-newest",
                counts: counts)
        case .retrospective(let body):
            let decision = assessment.decisions.first { $0.entry.reference == body.entry }
            guard case .given(let given) = decision?.retrospective else {
                return Outcome(code: "retrospective-owed", counts: false)
            }
            return Outcome(code: "given", counts: given.sequence == entry.sequence)
        default: return nil
        }
    }
}

extension OperationFailure {
    /// The code of its reason, else the name of its case.
    var attemptCode: String {
        switch self {
        case .signOff(let reason, _): return reason.code
        case .waiver(let reason, _): return reason.code
        case .decision(let reason, _): return reason.code
        case .revocation(let reason, _): return reason.code
        case .correction(let reason, _, _): return reason.code
        case .request(let reason, _): return reason.code
        case .poll(let reason, _): return reason.code
        case .approval(let reason, _): return reason.code
        case .retrospective(let reason, _): return reason.code
        case .signature(let fault): return "signature-\(fault.code)"
        case .signers(let fault): return fault.code
        case .signing(.noSignersOnRecord): return "noSignersOnRecord"
        case .signing(let failure): return Self.label(failure)
        case .signersUnchanged: return "signersUnchanged"
        case .noApprovalAsked: return "noApprovalAsked"
        default: return Self.label(self)
        }
    }

    private static func label(_ value: Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? "\(value)"
    }
}
