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
            starts: try Make.range("2025-10-10", "2025-10-20"),
            source: text, applicability: .doesNotApply(because: text))
        let rule = SignOffRule(roles: [text], notBy: [text])
        let check = CheckDefinition(kind: text, subject: text, caution: text)
        let result = CheckResult(
            outcome: .unmet, reason: text, warnings: [text], observedAt: asOf,
            facts: [text: .string(text)],
            findings: [Finding(expected: text, actual: text, met: false)])
        let reference = StepReference(
            id: text, digest: Make.digest("s"), checklist: Make.digest("c"))
        let signOff = SignOff(
            step: reference, role: text, decision: .approve, note: text,
            evidence: [EvidenceFile(name: text, size: 1, digest: Make.digest("e"))])
        let waiver = Waiver(step: reference, role: text, until: asOf, reason: text)
        let decision = Decision(
            phase: text, role: text, choice: .go, reason: text, computed: .noGo,
            checklist: Make.digest("c"))
        let event = CheckEvent(
            step: reference, position: 0, kind: text, result: result, tool: text, host: text)
        let revocation = Revocation(sequence: 1, digest: Make.digest("r"), reason: text)
        let records = try [
            .check(event), .signOff(signOff), .waiver(waiver), .decision(decision),
            .revocation(revocation),
        ].enumerated().map { index, event in
            try Make.record(index + 1, at: "2025-09-28T00:00:00Z", by: text, event)
        }
        let step = Make.step(
            text, text, role: text, due: Due(phase: "p"), text: text, addresses: [text],
            needs: [text], applicability: .doesNotApply(because: text), checks: [check],
            signOff: rule)
        let assessed = try Make.assessment(
            step, .failing, text, in: phase, zone: .utc, asOf: asOf,
            checks: [
                CheckAssessment(
                    definition: check, standing: .current, record: records[0], result: result)
            ],
            signOffs: [
                SignOffAssessment(record: records[1], signOff: signOff, counts: false, why: text)
            ])
        let link = Link(title: text, url: text)
        let safeLink = Link(title: text, url: "https://example.com/\(text)")
        let checklist = Checklist(
            id: text, title: text, owner: text, zone: .utc,
            change: Change(
                message: text, product: text, workload: text, platforms: [text], types: [text],
                labels: [.init(name: text, value: text)], summary: text, plainSummary: text,
                affects: text, preparation: text, links: [link, safeLink],
                documents: [link, safeLink]),
            parameters: [ParameterValue(name: text, value: text, text: text)], timeline: [phase],
            roles: [Role(id: text, title: text, members: [text])],
            effects: [
                Effect(
                    id: text, kind: .risk, title: text, text: text, roles: [text],
                    references: [text])
            ], steps: [step], waivers: nil, digest: Make.digest("c"))
        let assessment = Assessment(
            checklist: checklist, asOf: asOf,
            phases: [
                PhaseAssessment(
                    phase: phase, starts: phase.starts.earliest.begins(in: .utc), verdict: .noGo,
                    reasons: [text], counted: [text], due: [text],
                    decision: DecisionAssessment(
                        record: records[3], decision: decision, differs: true, why: text))
            ], steps: [assessed],
            waivers: [
                WaiverAssessment(record: records[2], waiver: waiver, covers: false, why: text)
            ], records: records)
        return Make.input(assessment, count: 5, command: ["readiness", text])
    }
}
