import Reporting
import Rollout
import Testing

/// What went wrong on the way is found in what the ledger keeps for ever.
struct SetbackTests {
    private static func check(
        _ sequence: Int, _ time: String, _ actual: String, met: Bool
    ) throws -> Entry {
        let report = try Make.report(
            "tls", observedAt: time,
            findings: [Finding("the issuer A", actual: actual, met: met)])
        return try Make.entry(
            sequence, at: time, by: "nora@example.com", step: "tls", site: "dmz", .check(report))
    }

    private static func report(_ entries: [Entry]) throws -> ReportInput {
        let phase = Phase(id: "p", title: "P", starts: try Make.range("2025-10-10"))
        let asOf = try Make.instant("2025-09-29T06:00:00Z")
        let step = try Make.assessment(
            Make.step("tls", "The host answers", role: "r", due: Due(phase: "p")), .ready, .ready,
            in: phase, zone: .utc, asOf: asOf)
        let finding = PhaseFinding(verdict: .go, reasons: [], counted: [0])
        return Make.input(
            Assessment(
                checklist: Make.checklist(timeline: [phase], steps: [step.step]), asOf: asOf,
                phases: [
                    PhaseAssessment(
                        phase: phase, starts: phase.start.begins(in: .utc), hasStarted: false,
                        current: finding, closing: finding, atStart: .go, holdsUntil: nil, due: [0],
                        decision: nil)
                ], steps: [step], entries: entries))
    }

    @Test("each kind of no of a check is told once, with when it was over")
    func checks() throws {
        let text = MarkdownFormat().text(
            try Self.report([
                Self.check(1, "2025-09-20T08:00:00Z", "a refusal", met: false),
                Self.check(2, "2025-09-21T08:00:00Z", "a refusal", met: false),
                Self.check(3, "2025-09-22T08:00:00Z", "Corporate Proxy", met: false),
                Self.check(4, "2025-09-23T08:00:00Z", "A", met: true),
            ]))
        let line = try #require(
            text.split(separator: "\n").first { $0.hasPrefix("- **Went wrong on the way") })
        #expect(line.contains("unmet on 2025-09-22 08:00, met on 2025-09-23 08:00"))
        #expect(line.contains("but saw Corporate Proxy"))
        #expect(line.contains("unmet on 2025-09-20 08:00"))
        let rows = text.split(separator: "\n").filter { $0.contains("but saw a refusal |") }
        #expect(rows.count == 1 && rows[0].contains("| 2 |"), "\(rows)")
    }

    @Test("what is still so is an open condition, and nothing that is over")
    func open() throws {
        let text = MarkdownFormat().text(
            try Self.report([Self.check(1, "2025-09-20T08:00:00Z", "a refusal", met: false)]))
        #expect(!text.contains("Went wrong on the way"))
        #expect(!text.contains("## Exceptions"))
    }
}
