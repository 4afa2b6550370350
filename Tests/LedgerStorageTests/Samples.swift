import CanonicalJSON
import Rollout

/// Drafts to put into ledgers.
enum Samples {
    static let now = Instant(milliseconds: 1_760_000_000_123)
    static let digest = ContentDigest(of: "a step".utf8)
    static let step = StepReference(id: "allow-endpoint", digest: digest, checklist: digest)

    static func text(_ text: String, checklist: String = "first") -> RecordDraft {
        RecordDraft(
            checklist: checklist, principal: "nora@example.com",
            event: .checklistText(
                ChecklistText(digest: ContentDigest(of: text.utf8), text: text)))
    }

    static func signOff(
        _ note: String, _ decision: SignOff.Verdict = .approve, checklist: String = "first"
    ) -> RecordDraft {
        RecordDraft(
            checklist: checklist, principal: "nora@example.com",
            event: .signOff(
                SignOff(
                    step: step, role: "network-engineer", decision: decision, note: note,
                    evidence: [EvidenceFile(name: "rules.txt", size: 12, digest: digest)])))
    }

    static func waiver(checklist: String = "first") -> RecordDraft {
        RecordDraft(
            checklist: checklist, principal: "max@example.com",
            event: .waiver(
                Waiver(
                    step: step, role: "change-manager",
                    until: now.advanced(by: .seconds(86_400)), reason: "the vendor is late")))
    }

    static func check(_ facts: [String: JSONValue], checklist: String = "first") -> RecordDraft {
        RecordDraft(
            checklist: checklist, principal: "nora@example.com",
            event: .check(
                CheckEvent(
                    step: step, position: 0, kind: "tls",
                    result: CheckResult(
                        outcome: .met, reason: "TLS 1.3 was negotiated.", observedAt: now,
                        facts: facts,
                        findings: [
                            Finding(expected: "TLS 1.3", actual: "TLS 1.3", met: true)
                        ]),
                    tool: "readiness 1.0.0", host: "gateway")))
    }

    static func revocation(of sequence: Int, checklist: String = "first") -> RecordDraft {
        RecordDraft(
            checklist: checklist, principal: "nora@example.com",
            event: .revocation(
                Revocation(sequence: sequence, digest: digest, reason: "a mistake")))
    }

    static func decision(checklist: String = "first") -> RecordDraft {
        RecordDraft(
            checklist: checklist, principal: "max@example.com",
            event: .decision(
                Decision(
                    phase: "worldwide", role: "change-manager", choice: .noGo,
                    reason: "not yet", computed: .noGo, checklist: digest, parameters: [:])))
    }

    /// One of each kind, about two checklists.
    static let everyKind: [RecordDraft] = [
        text("readiness: 1\nid: first\n"), check(["protocol": "TLS 1.3", "handshake-ms": 12]),
        signOff("line one\nline two \u{0} \"quoted\" 👩‍🔧 e\u{301}"),
        text("readiness: 1\nid: second\n", checklist: "second"), waiver(checklist: "second"),
        revocation(of: 3), decision(), signOff("", .reject, checklist: "second"),
    ]
}
