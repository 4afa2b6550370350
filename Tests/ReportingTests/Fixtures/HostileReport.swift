import CanonicalJSON
import Reporting
import Rollout
import Testing

/// A report in which every text from outside is the same hostile string.
enum HostileReport {
    /// Texts that try to leave the place where they stand.
    static let texts = [
        "| a | b\n# x", "</details><script>alert(1)</script>", "```\n# out\n```", "~~~\nopen",
        "[x](javascript:alert(1))", "![x](https://evil.example/pixel.png)",
        "@all see #123 and GH-7",
        "https://evil.example www.evil.example a@evil.example", "<!-- comment", "--> <b>bold</b>",
        "- a\n- b\n===", "1. one\n---", "> quote\n\n# heading", "    indented\n\tcode",
        "\u{202E}gnp.exe\u{2066}", "a\u{2028}# b\u{2029}", "zero\u{200B}width\u{FEFF}",
        "\"\u{301}><img src=x onerror=alert(1)>", "`code` ``", "\\", "\\|", "trailing \\",
        "[ref]: https://evil.example", "[^1]: note", ":::mermaid", "section x: click a;b#c %%d",
        "\u{1B}[31mred\u{7}", "$x$ $`y`$", ":tada: 10:30:00", "&lt;b&gt; &amp;", "*a* _b_ **c",
        "it's", "end", "", " ", "\u{0}", "| --- |", "a\r\n\r\n<details>\r\n",
        "e\u{301}\u{327}|\u{301}x",
    ]

    static func input(_ text: String) throws -> ReportInput {
        let asOf = try Make.instant("2025-09-29T06:00:00Z")
        let phase = Phase(
            id: "p", title: text, audience: text,
            starts: try Make.range("2025-10-10", "2025-10-20"), source: text,
            applicability: .doesNotApply([mismatch(text)]))
        let step = HostileSteps(text: text, phase: phase, asOf: asOf)
        let acts = HostileActs(text: text, until: asOf)
        let assessed = try step.assessment()
        let finding = PhaseFinding(
            verdict: .conditional,
            reasons: [
                .doesNotApply([mismatch(text)]),
                .step(StepID(text), level: .advisory, status: .failing, reason: assessed.reason),
            ], counted: [0])
        let assessment = Assessment(
            checklist: checklist(text, phase, assessed.step), asOf: asOf,
            phases: [
                PhaseAssessment(
                    phase: phase, starts: phase.start.begins(in: .utc), hasStarted: false,
                    current: finding, closing: finding, atStart: .noGo, holdsUntil: nil, due: [0],
                    decision: try acts.decision())
            ], steps: [assessed], unattachedSignOffs: [try acts.unattached()],
            waivers: [try acts.waiver()], revocations: [try acts.revocation()],
            decisions: [try acts.decision()], editorials: [try acts.editorial()],
            entries: [
                try step.entry(), try acts.unattached().entry, try acts.waiver().entry,
                try acts.decision().entry, try acts.revocation().entry, try acts.editorial().entry,
            ])
        return Make.input(
            assessment, size: 7, warnings: [LedgerWarning(entry: 1, detail: text)],
            command: ["readiness", text])
    }

    static func mismatch(_ text: String) -> Mismatch {
        Mismatch(parameter: text, value: text, wanted: [text, text])
    }

    private static func checklist(_ text: String, _ phase: Phase, _ step: Step) -> Checklist {
        let link = Link(title: text, url: text)
        let safeLink = Link(title: text, url: "https://example.com/\(text)")
        return Make.checklist(
            text, text, owner: RoleID(text),
            change: Change(
                message: text, product: text, workload: text, platforms: [text], types: [text],
                labels: [.init(name: text, value: text)], summary: text, plainSummary: text,
                affects: text, preparation: text, links: [link, safeLink],
                documents: [link, safeLink]),
            target: Target(id: TargetID(text), title: text),
            parameters: [
                Parameter(name: text, value: text, origin: .given(fallback: "default"), text: text)
            ],
            timeline: [phase],
            roles: [Role(id: RoleID(text), title: text, members: [Principal(text)])],
            effects: [
                Effect(
                    id: text, kind: .risk, title: text, text: text, roles: [RoleID(text)],
                    references: [text])
            ], steps: [step])
    }
}
