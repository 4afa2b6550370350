import Operations
import Reporting
import Rollout
import Testing

@Suite("What programs are told of a verdict", .timeLimit(.minutes(10)))
struct VerdictInFormatsTests {
    private static let text = """
        readiness: 1
        id: sample
        title: A rollout
        owner: boss
        timeline:
          - {id: done, title: Done, starts: 2025-09-01, status: completed, started: 2025-09-01, ended: 2025-09-10}
          - {id: next, title: Next, starts: 2025-11-10}
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          admin: {title: Admins, members: [ann@example.com]}
        waivers: {by: [boss], longest: 30d}
        steps:
          - {id: past, title: Past, role: admin, due: done, sign-off: {}}
          - {id: two, title: Two roles, role: admin, due: next, sign-off: {by: [boss, admin]}}
          - {id: base, title: Base, role: admin, due: next, sign-off: {}}
          - {id: upon, title: Upon it, role: admin, due: next, needs: [base], sign-off: {}}

        """

    private static func report(_ place: Place) async throws -> ReportInput {
        try await place.judged().report(ReportInput.Tool(name: "readiness", version: "test"))
    }

    private static func stream(_ format: some ReportFormat, _ report: ReportInput) -> String {
        String(decoding: format.stream([report]), as: UTF8.self)
    }

    private static func sign(_ place: Place, _ step: String, _ name: String) async throws {
        _ = try await SignStep(step, .approve, note: "n")(place.act(by: "\(name)@example.com"))
    }

    @Test("A phase that was NO-GO at its end stays it, whatever is signed later")
    func completed() async throws {
        // What is signed while the phase is under way is there before anybody says that it is over.
        let open = Self.text.replacing(", status: completed", with: ", status: started")
            .replacing(", ended: 2025-09-10", with: "")
        try await Place.with(open) { place in
            try await Self.sign(place, "past", "ann")
            try place.write(Sample.path, Self.text)
            let report = try await Self.report(place)
            #expect(report.assessment.phase("done")?.verdict == .go)
            #expect(report.assessment.phase("done")?.headline == .noGo)
            let metrics = Self.stream(PrometheusFormat(), report)
            for verdict in ["GO\"} 0", "NO-GO\"} 1"] {
                #expect(metrics.contains("phase=\"done\",verdict=\"\(verdict)"), "\(metrics)")
            }
            #expect(!Self.stream(CalendarFormat(), report).contains("SUMMARY:GO: Done"))
            let table = StatusTable(width: 200, colour: false).lines(for: report)
            let row = try #require(table.first { $0.hasSuffix("Done") })
            #expect(row.contains("NO-GO"))
            #expect(Self.stream(JUnitFormat(), report).contains("Done is NO-GO."))
        }
    }

    @Test("A text that is not approved fails a suite, and is work to do")
    func unapproved() async throws {
        let text = Self.text.replacing(
            "steps:", with: "approval: {by: [boss], required: true}\nsteps:")
        try await Place.with(text) { place in
            let report = try await Self.report(place)
            let junit = Self.stream(JUnitFormat(), report)
            #expect(junit.contains("name=\"verdict\"><failure type=\"NO-GO\""), "\(junit)")
            #expect(junit.contains("is not approved"))
            #expect(
                Self.stream(PrometheusFormat(), report).contains(
                    "readiness_rollout_verdict{checklist=\"sample\",place=\"checklists/sample.yaml\",scope=\"\",verdict=\"NO-GO\"} 1"
                ))
            let facts = PortfolioFacts([report])
            let lines = DueTable(facts, []).lines(width: 400, colour: false)
            #expect(lines.contains { $0.contains("is not approved") }, "\(lines)")
        }
    }

    @Test("What rests on a waiver did not pass")
    func resting() async throws {
        try await Place.with(Self.text) { place in
            let until = try #require(CivilDate("2025-10-20"))
            _ = try await WaiveStep("base", until: .day(until), reason: "r")(
                place.act(by: "bea@example.com"))
            try await Self.sign(place, "upon", "ann")
            let report = try await Self.report(place)
            #expect(try await place.status("upon").isTainted)
            let junit = Self.stream(JUnitFormat(), report)
            #expect(junit.contains("name=\"upon\"><skipped message=\"ready (resting on a waiver)"))
        }
    }

    @Test("Every role that a step waits for has it to do")
    func everyRole() async throws {
        try await Place.with(Self.text) { place in
            func steps(_ role: RoleID) async throws -> [String] {
                let facts = PortfolioFacts([try await Self.report(place)])
                return facts.tasks(roles: [role]).map { facts.step($0).step.id.text }.sorted()
            }
            #expect(try await steps("boss") == ["two"])
            #expect(try await steps("admin") == ["base", "past", "two", "upon"])
            try await Self.sign(place, "two", "bea")
            #expect(try await steps("boss").isEmpty)
            #expect(try await steps("admin").contains("two"))
        }
    }

    @Test("Evidence that lapsed is told in a digest, however far its step is due")
    func lapsed() async throws {
        let text = Self.text.replacing(
            "due: next, sign-off: {}}\n  - {id: upon",
            with: "due: next, sign-off: {valid-for: 1d}}\n  - {id: upon")
        try await Place.with(text) { place in
            try await Self.sign(place, "base", "ann")
            try place.set("2025-10-03T10:00:01Z")
            let mail = DigestMail(
                to: "ann@example.com", from: "r@example.com", within: .seconds(3600))
            let bytes = try #require(mail.bytes([try await Self.report(place)]))
            #expect(
                String(decoding: bytes, as: UTF8.self).contains(
                    "Subject: Readiness: 2 steps to do, 1 late\r\n"))
        }
    }
}
