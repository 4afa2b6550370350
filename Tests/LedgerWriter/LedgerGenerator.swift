import CanonicalJSON
import LedgerStorage
import Rollout

/// Makes ledgers that look like those of a year, the same ones each time.
struct LedgerGenerator {
    let rollout: String
    let entries: Int
    let others: Int
    let otherEntries: Int

    /// The time of the first entry.
    static let start = Instant(milliseconds: 1_760_000_000_000)
    private static let digest = ContentDigest(of: "a step".utf8)
    private static let transaction = 10_000

    /// The file that sign-offs name.
    private static let article = [UInt8](repeating: 0x25, count: 48_213)

    /// Writes the entries of the rollout evenly among those of the others.
    func write(to location: LedgerLocation) async throws {
        let ledger = location.ledger()
        let all = entries + otherEntries
        let article = try location.content.put(Self.article)
        var drafts: [Draft] = []
        var now = Self.start
        for number in 0..<all {
            // True as often as the rollout has entries.
            let isOwn = (number + 1) * entries / all > number * entries / all
            let name = isOwn ? rollout : "other-\(number % max(1, others))"
            now = Self.start.advanced(by: .seconds(number * 20))
            drafts.append(
                Draft(
                    number % 10 == 9
                        ? Self.signOff(name, now, article) : Self.check(name, number, now)))
            if drafts.count == Self.transaction || number == all - 1 {
                _ = try await ledger.append(drafts, at: now)
                drafts = []
            }
        }
        try await ledger.close()
    }

    private static func statement(
        _ name: String, step: StepReference, role: RoleID? = nil, at time: Instant,
        _ body: StatementBody
    ) -> Statement {
        Statement(
            rollout: RolloutReference(id: name, place: "checklists/\(name).yaml"),
            scope: Scope(parameters: ["cloud": "worldwide"]), checklist: digest, step: step,
            principal: "nora.winter@contoso.example", role: role, madeAt: time, body: body)
    }

    static func waiver(_ name: String, _ reason: String) -> Statement {
        statement(
            name, step: StepReference(id: "a-step", digest: digest), role: "owner", at: start,
            .waiver(Waiver(until: start.advanced(by: .seconds(86_400)), reason: reason)))
    }

    private static func signOff(
        _ name: String, _ now: Instant, _ article: FileReference
    ) -> Statement {
        statement(
            name, step: StepReference(id: "notify-helpdesk", digest: digest), role: "helpdesk",
            at: now,
            .signOff(
                SignOff(
                    choice: .approve, note: "The help desk has the article and the phone tree.",
                    evidence: [EvidenceFile(name: "article.pdf", file: article)])))
    }

    private static func check(_ name: String, _ number: Int, _ now: Instant) -> Statement {
        let facts: JSONValue = [
            "address": "40.99.204.18", "cipher": "TLS_AES_256_GCM_SHA384",
            "handshake-ms": .integer(Int64(20 + number % 90)), "protocol": "TLS 1.3",
            "certificate": [
                "subject": "CN=outlook-cba.office365.com,O=Microsoft Corporation",
                "issuer": "CN=DigiCert Cloud Services CA-1,O=DigiCert Inc",
                "not-after": "2026-06-14T23:59:59Z", "serial": "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
            ],
        ]
        return statement(
            name, step: StepReference(id: StepID(family: "tls-\(number % 40)"), digest: digest),
            at: now,
            .check(
                CheckReport(
                    position: 0, kind: "tls", outcome: .met, obstacle: nil,
                    findings: [
                        Finding("protocol TLS 1.3 or newer", actual: "TLS 1.3", met: true),
                        Finding("certificate valid for 21d", actual: "2026-06-14", met: true),
                    ],
                    observedAt: now, facts: .inline(JSONText(facts)), tool: "readiness 0.1.0",
                    host: "gateway.contoso.example")))
    }
}
