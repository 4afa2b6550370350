import Reporting
import Rollout
import Testing

/// The first screen where there are more roles, phases, steps and waivers than it has lines for.
struct WideScreenTests {
    /// Twenty steps of as many roles, and twelve phases; the first steps are done.
    private static func wide(done: Int = 0) throws -> ReportInput {
        let steps = (0..<20).map { number in
            Step(
                id: StepID("s\(number)"), title: "Step \(number)", role: RoleID("r\(number)"),
                due: Due(phase: "p0", amount: -1, unit: .days),
                signOff: SignOffRule(roles: [RoleID("r\(number)")]),
                rules: StepRules(
                    checks: Make.digest("c \(number)"), others: Make.digest("o \(number)")))
        }
        let checklist = Make.checklist(
            "wide", "Wide", owner: "r0",
            timeline: try (0..<12).map { number in
                Phase(
                    id: PhaseID("p\(number)"), title: "Phase \(number)",
                    starts: try Make.range("2025-10-\(number + 10)"))
            },
            roles: (0..<20).map { number in
                Role(
                    id: RoleID("r\(number)"), title: "Team \(number).",
                    members: [Principal("a\(number)@example.com")])
            }, steps: steps)
        let entries = try (0..<done).map { number in
            try Make.entry(
                number + 1, at: "2025-10-04T12:00:00Z", by: Principal("a\(number)@example.com"),
                step: steps[number].id, role: steps[number].role,
                .signOff(SignOff(choice: .approve, note: "n", evidence: [])),
                of: checklist)
        }
        return Make.input(
            checklist.assessment(of: entries, asOf: try Make.instant("2025-10-05T12:00:00Z")))
    }

    @Test("Twenty roles and twelve phases fit, and each is named", arguments: [0, 5, 19])
    func fits(done: Int) throws {
        let screen = FirstScreenTests.screen(try Self.wide(done: done))
        let text = screen.joined(separator: "\n")
        #expect(screen.count <= 45, "\(screen.count): \(text)")
        for number in 0..<12 { #expect(text.contains("Phase \(number) "), "\(number): \(text)") }
        for number in 0..<20 { #expect(text.contains("Team \(number)."), "\(number): \(text)") }
        for number in done..<20 { #expect(text.contains("`s\(number)`"), "\(number): \(text)") }
    }

    @Test("A role with something missing has no row behind one without")
    func rolesWithout() throws {
        let screen = FirstScreenTests.screen(try Self.wide(done: 3))
        let start = try #require(screen.firstIndex { $0.hasPrefix("| Roll call") })
        let rows = screen[(start + 2)...].prefix { $0.hasPrefix("|") }
        #expect(rows.first?.hasPrefix("| Team 3.") == true, "\(rows)")
        #expect(
            rows.last?.hasPrefix(
                "| 3 more with nothing missing: Team 0., Team 1. and Team 2. |")
                == true, "\(rows)")
        #expect(
            rows.contains {
                $0.hasPrefix("| 2 more with something missing: Team 18. and Team 19. |")
            })
    }

    @Test("No sentence leads to a list that the report does not have")
    func leads() throws {
        for audience in ReportSelection.Audience.allCases {
            let report = try CrowdedReport(seed: 0).input(ReportSelection(audience: audience))
            let screen = FirstScreenTests.screen(report).joined(separator: "\n")
            #expect(!screen.contains("below"), "\(screen)")
            for step in report.assessment.steps where !step.status.isSettled {
                #expect(screen.contains("`\(step.step.id)`"), "\(step.step.id): \(screen)")
            }
        }
    }

    @Test("A waiver in force stands on the first screen, whoever is named above it")
    func waivers() throws {
        let rule = WaiverRule(roles: ["owner"], longest: .seconds(30 * 86_400))
        let steps = (0..<15).map { number in
            JudgedReport.step(
                StepID("s\(number)"), signOff: SignOffRule(roles: ["ops"]))
        }
        let plain = try JudgedReport.input(steps, waivers: rule)
        let entry = try Make.entry(
            1, at: "2025-10-04T12:00:00Z", by: "olga@example.com", step: "s14", role: "owner",
            .waiver(Waiver(until: try Make.instant("2025-10-09T00:00:00Z"), reason: "Later")),
            of: plain.assessment.checklist)
        let screen = FirstScreenTests.screen(
            try JudgedReport.input(steps, entries: [entry], waivers: rule)
        ).joined(separator: "\n")
        #expect(
            screen.contains(
                "⚠️ Waived: [`s14`](#step-15) by `olga@example.com` until the end of 2025-10-08."),
            "\(screen)")
        #expect(!FirstScreenTests.screen(plain).joined().contains("Waived"))
    }
}
