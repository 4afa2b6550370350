import CanonicalJSON
import LedgerStorage
import Rollout

/// Drafts to put into ledgers.
enum Samples {
    static let now = Instant(milliseconds: 1_760_000_000_123)
    static let digest = ContentDigest(of: "a step".utf8)
    static let step = StepReference(id: "allow-endpoint", digest: digest)

    static func draft(
        _ body: StatementBody, rollout: String = "first", place: String? = nil,
        checklist: ContentDigest = digest, signature: String? = nil
    ) -> Draft {
        Draft(
            Statement(
                rollout: RolloutReference(
                    id: rollout, place: place ?? "checklists/\(rollout).yaml"),
                scope: Scope(target: "contoso", parameters: ["cloud": "worldwide"]),
                checklist: checklist, step: body.kind.isAboutAStep ? step : nil,
                principal: "nora@example.com",
                role: body.kind.isForARole ? "network-engineer" : nil, madeAt: now, body: body),
            signature: signature)
    }

    static func text(_ text: String, rollout: String = "first", place: String? = nil) -> Draft {
        draft(
            .checklistText(ChecklistText(.inline(text))), rollout: rollout, place: place,
            checklist: ContentDigest(of: text.utf8))
    }

    static func signOff(
        _ note: String, _ choice: SignOff.Choice = .approve, rollout: String = "first",
        signature: String? = nil
    ) -> Draft {
        draft(
            .signOff(
                SignOff(
                    choice: choice, note: note,
                    evidence: [
                        EvidenceFile(
                            name: "rules.txt", file: FileReference(size: 12, digest: digest))
                    ])), rollout: rollout, signature: signature)
    }

    static func waiver(_ reason: String = "the vendor is late", rollout: String = "first") -> Draft
    {
        draft(
            .waiver(Waiver(until: now.advanced(by: .seconds(86_400)), reason: reason)),
            rollout: rollout)
    }

    static func check(_ facts: [String: JSONValue], rollout: String = "first") -> Draft {
        draft(
            .check(
                CheckReport(
                    position: 0, kind: "tls", outcome: .met, obstacle: nil,
                    findings: [Finding("TLS 1.3", actual: "TLS 1.3", met: true)], observedAt: now,
                    facts: .inline(JSONText(.object(facts))), tool: "readiness 0.1.0",
                    host: "gateway")), rollout: rollout)
    }

    static func revocation(of sequence: Int, rollout: String = "first") -> Draft {
        draft(
            .revocation(
                Revocation(
                    entry: EntryReference(sequence: sequence, digest: digest), reason: "a mistake")),
            rollout: rollout)
    }

    static func decision(rollout: String = "first") -> Draft {
        draft(
            .decision(
                Decision(
                    phase: "worldwide", choice: .noGo, reason: "not yet", verdict: .noGo,
                    conditions: 1,
                    reasons: [
                        RecordedReason(code: "check-unmet", values: JSONText(["step": "a-step"]))
                    ], ledger: .empty)), rollout: rollout)
    }

    /// One of each kind, about two rollouts.
    static let everyKind: [Draft] = [
        text("readiness: 1\nid: first\n"), check(["protocol": "TLS 1.3", "handshake-ms": 12]),
        signOff("line one\nline two \u{0} \"quoted\" 👩‍🔧 e\u{301}", signature: "-----BEGIN\nabc\n"),
        text("readiness: 1\nid: second\n", rollout: "second"), waiver(rollout: "second"),
        revocation(of: 3), decision(), signOff("", .reject, rollout: "second"),
    ]
}

extension Ledger {
    /// The entries of a rollout, or all of them, as the ledger is now.
    func all(of rollout: String? = nil) async throws -> [Entry] {
        try await reading(of: rollout, asOf: .everything).entries
    }

    /// The stored bytes of the same entries.
    func lines(of rollout: String? = nil) async throws -> [[UInt8]] {
        let lines = Gathered<[UInt8]>()
        _ = try await entries(of: rollout, asOf: .everything) { lines.add($0.bytes) }
        return lines.all
    }

    /// The text of a checklist that has the digest; nil where it was never stored.
    func text(_ digest: ContentDigest) async throws -> String? {
        try await texts(withDigestPrefix: digest.hex).first?.text
    }

    /// What a full verification finds.
    func damages() async throws -> [LedgerDamage] {
        let found = Gathered<LedgerDamage>()
        _ = try await verify { found.add($0) }
        return found.all
    }
}
