import CanonicalJSON
import Reporting
import Rollout
import Testing

/// Everybody who can do something is called, for what they can do.
struct WhomToCallTests {
    private static func both(checks: Bool) -> Step {
        JudgedReport.step(
            "x", checks: checks, signOff: SignOffRule(roles: ["ops", "security"]))
    }

    private static func row(_ report: ReportInput, _ start: String = "| [`x`]") throws -> Substring
    {
        let rows = FirstScreenTests.screen(report).filter { $0.hasPrefix(start) }
        return try #require(rows.first)
    }

    @Test("The first screen names every role whose sign-off is missing, and calls its people")
    func screen() throws {
        let signed = try Self.row(JudgedReport.input([Self.both(checks: false)]))
        #expect(signed.contains("| sign-off of Ops; sign-off of Security |"), "\(signed)")
        #expect(
            signed.contains(
                "| Ops: `dan@example.com` (in place of `ann@example.com`) or `bob@example.com`; Security: `sue@example.com` |"
            ), "\(signed)")
        let checked = try Self.row(JudgedReport.input([Self.both(checks: true)]))
        #expect(
            checked.contains(
                "was never carried out. Also missing: sign-off of Ops; sign-off of Security |"),
            "\(checked)")
        #expect(checked.contains("Security: `sue@example.com`"))
    }

    @Test("due names for each person what that person must do")
    func due() throws {
        func words(_ person: Principal, checks: Bool) throws -> [String] {
            let facts = PortfolioFacts([try JudgedReport.input([Self.both(checks: checks)])])
            return DueTable(facts, facts.tasks(people: [person])).lines(
                width: .max, colour: false
            ).dropFirst().dropLast().map { String($0) }
        }
        let security = try words("sue@example.com", checks: true)
        #expect(security.count == 1)
        #expect(security.first?.contains("never carried out") == false, "\(security)")
        #expect(security.first?.hasSuffix("sign-off of Security") == true, "\(security)")
        let ops = try words("bob@example.com", checks: true)
        #expect(
            ops.first?.hasSuffix("was never carried out. Also missing: sign-off of Ops") == true,
            "\(ops)")
        #expect(
            try words("sue@example.com", checks: false).first?.hasSuffix("sign-off of Security")
                == true)
        #expect(
            try words("bob@example.com", checks: false).first?.hasSuffix("sign-off of Ops")
                == true)
    }

    @Test("A deputy is called while in force, and has a digest and a list of their own")
    func deputy() throws {
        let steps = [Self.both(checks: false)]
        let report = try JudgedReport.input(steps)
        let facts = PortfolioFacts([report])
        #expect(facts.tasks(people: ["dan@example.com"]).map(\.call.role) == ["ops"])
        #expect(facts.tasks(people: ["ann@example.com"]).map(\.call.role) == ["ops"])
        let mail = DigestMail(
            to: "dan@example.com", from: "r@example.com", within: .seconds(7 * 86_400))
        #expect(mail.bytes([report]) != nil)
        let list = try JudgedReport.input(
            steps, selection: ReportSelection(people: ["dan@example.com"]))
        #expect(MarkdownFormat().text(list).contains("Listed are 1 of 1 step"))
        #expect(StepView(people: ["dan@example.com"]).steps(of: report.assessment).count == 1)
        let over = try JudgedReport.input(steps, at: "2025-10-08T00:00:00Z")
        #expect(PortfolioFacts([over]).tasks(people: ["dan@example.com"]).isEmpty)
        #expect(!FirstScreenTests.screen(over).joined().contains("dan@example.com"))
        #expect(mail.bytes([over]) == nil)
    }

    @Test("A site that has not looked calls its own people")
    func site() throws {
        let steps = [JudgedReport.step("x", checks: true, sites: ["fra"])]
        let report = try JudgedReport.input(steps)
        #expect(try Self.row(report).contains("| `eva@example.com` |"))
        let facts = PortfolioFacts([report])
        #expect(facts.tasks(people: ["eva@example.com"]).count == 1)
        #expect(facts.tasks(people: ["bob@example.com"]).isEmpty)
        #expect(
            report.caveatSentences.contains {
                $0.hasSuffix("Whom to call: Europe (eva@example.com).")
            }, "\(report.caveatSentences)")
        let list = try JudgedReport.input(
            steps, selection: ReportSelection(people: ["eva@example.com"]))
        #expect(MarkdownFormat().text(list).contains("Listed are 1 of 1 step"))
    }

    @Test("Programs and every other format learn of all roles")
    func formats() throws {
        let report = try JudgedReport.input([Self.both(checks: true)])
        let value = JSONFormat().value(report)
        let condition = value["openConditions"]?.items?.first
        #expect(condition?["calls"]?.items?.map { $0["role"] } == ["ops", "security"])
        #expect(
            condition?["call"] == [
                "dan@example.com", "ann@example.com", "bob@example.com", "sue@example.com",
            ])
        #expect(value["missing"]?.items?.map { $0["role"] } == ["ops", "security"])
        for format in ReportFormats.all where !["prometheus", "json"].contains(format.name) {
            let text = format.render([report]).map { String(decoding: $0.bytes, as: UTF8.self) }
                .joined().replacing("\r\n ", with: "")
            #expect(text.contains("sign-off of Security"), "\(format.name)")
        }
    }

    @Test("The page over all rollouts keeps roles apart whose title is the same and people are not")
    func portfolio() throws {
        let steps = [Self.both(checks: false)]
        let text = PortfolioPage.markdown([
            try JudgedReport.input(steps), try JudgedReport.input(steps, security: "sven"),
        ])
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| Security") }
        #expect(rows.count == 2, "\(rows)")
        #expect(rows.first?.contains("`sue@example.com`") == true)
        #expect(rows.last?.contains("`sven@example.com`") == true)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("| Ops | 2 |") } == 1, "\(text)")
    }
}
