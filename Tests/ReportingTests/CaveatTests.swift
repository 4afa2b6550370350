import CanonicalJSON
import Reporting
import Rollout
import Testing

/// What a reader has to know beside the verdict, in every format.
struct CaveatTests {
    /// The report with other caveats.
    private static func copy(
        _ report: ReportInput, isForecast: Bool = false, warnings: [LedgerWarning] = []
    ) -> ReportInput {
        ReportInput(
            assessment: report.assessment, tool: report.tool, ledger: report.ledger,
            ledgerWarnings: warnings, isForecast: isForecast, command: report.command)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        // A calendar folds its lines.
        String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    }

    @Test(
        "every format and audience says that a decision was an emergency",
        arguments: ReportSelection.Audience.allCases)
    func emergency(_ audience: ReportSelection.Audience) throws {
        let plain = try EmergencyReport.input()
        let report = ReportInput(
            assessment: plain.assessment, tool: plain.tool, ledger: plain.ledger,
            command: plain.command, selection: ReportSelection(audience: audience))
        #expect(report.caveats.map(\.kind) == [.emergency, .unauthenticated])
        for format in ReportFormats.all {
            for bytes in format.render([report]).map(\.bytes) {
                let text = Self.text(bytes)
                #expect(text.contains("in an emergency"), "\(format.name)")
                #expect(text.contains("retrospective is owed by"), "\(format.name)")
            }
        }
        let markdown = MarkdownFormat().text(report)
        #expect(markdown.contains("**GO in an emergency** by `cleo@example.com`"), "\(markdown)")
        let status = StatusTable(width: 300, colour: false).lines(for: report)
        let sentence =
            "The GO for Everybody was decided in an emergency (entry 1), and its retrospective is owed by 2025-10-08 06:00 UTC."
        #expect(status.contains(sentence), "\(status)")
        #expect(status.contains { $0.contains("GO in an emergency (differs)") }, "\(status)")
    }

    @Test("who owes the retrospective has it to do, but for whoever decided")
    func debts() throws {
        let report = try EmergencyReport.input()
        let facts = PortfolioFacts([report])
        #expect(facts.debts(people: ["cleo@example.com"]).isEmpty)
        #expect(facts.debts(people: ["sam@example.com"]).isEmpty)
        #expect(facts.debts(within: .seconds(86_400)).isEmpty)
        let owed = facts.debts(people: ["carl@example.com"], within: .seconds(7 * 86_400))
        #expect(owed.count == 1)
        let table = DueTable(facts, [], owed)
        let lines = table.lines(width: 400, colour: false)
        #expect(
            lines.contains {
                $0.hasPrefix("2025-10-08 06:00") && $0.contains("carl@example.com")
                    && $0.hasSuffix("Look back on the emergency decision on Everybody (entry 1).")
            }, "\(lines)")
        #expect(table.json["tasks"]?.items?.first?["decision"] == 1)
        let mail = DigestMail(
            to: "carl@example.com", from: "r@example.com", within: .seconds(86_400))
        let text = Self.text(try #require(mail.bytes([report])))
        #expect(text.contains("Subject: Readiness: 0 steps and 1 retrospective to do\r\n"))
    }

    @Test("due says what is to be known, and which verdicts are forecasts")
    func due() throws {
        let report = try EmergencyReport.input(isForecast: true)
        let lines = DueTable(PortfolioFacts([report]), []).lines(width: 400, colour: false)
        for sentence in report.caveatSentences { #expect(lines.contains(sentence), "\(lines)") }
        #expect(report.caveats.first == .forecast)
    }

    @Test("a forecast of GO is no GO for programs")
    func forecast() throws {
        let report = Self.copy(try TargetReports.inputs()[0], isForecast: true)
        #expect(report.assessment.verdict == .go)
        let metrics = PrometheusFormat().text(report)
        #expect(!metrics.contains("verdict=\"GO\""), "\(metrics)")
        #expect(metrics.contains("verdict=\"FORECAST GO\"} 1\n"))
        #expect(metrics.contains("kind=\"forecast\"} 1\n"))
        #expect(metrics.contains("kind=\"damage\"} 0\n"))
        let junit = JUnitFormat().text(report)
        #expect(
            junit.contains("name=\"FORECAST verdict\"><skipped message=\"FORECAST GO"), "\(junit)")
        #expect(junit.contains("<system-out>This is a forecast: "))
        let json = try JSONValue(jsonBytes: JSONFormat().stream([report]))
        #expect(json["caveats"]?.items?.first?["kind"] == "forecast")
        let matrix = StatusMatrix(width: 100, colour: false).lines(for: [report])
        #expect(matrix.first?.hasPrefix("FORECAST GO ") == true, "\(matrix)")
    }

    @Test("names that nobody proved and a damaged ledger are data for Prometheus")
    func metrics() throws {
        let warning = LedgerWarning(entry: 7, detail: "its digest does not fit its bytes")
        let report = Self.copy(try EmergencyReport.input(), warnings: [warning])
        let metrics = PrometheusFormat().text(report)
        for kind in ["damage", "unauthenticated", "emergency"] {
            #expect(metrics.contains("kind=\"\(kind)\"} 1\n"), "\(metrics)")
        }
        #expect(metrics.contains("kind=\"forecast\"} 0\n"))
    }

    @Test("of several rollouts a caveat says whose it is, by title and target")
    func whose() throws {
        var reports = try TargetReports.inputs()
        let warning = LedgerWarning(entry: 7, detail: "it is torn")
        // Said twice of one, it is still not true of the others.
        reports[0] = Self.copy(
            reports[0], warnings: Array(repeating: warning, count: reports.count))
        let wanted = "Sample (target Contoso): Entry 7 of the ledger"
        #expect(Self.text(PrometheusFormat().stream(reports)).contains("# \(wanted)"))
        #expect(Self.text(CalendarFormat().stream(reports)).contains(wanted))
        let page = PortfolioPage.markdown(reports)
        #expect(page.contains("⚠️ \(wanted)"), "\(page)")
        let due = DueTable(PortfolioFacts(reports), []).lines(width: 400, colour: false)
        #expect(due.filter { $0.hasPrefix(wanted) }.count == 1, "\(due)")
    }

    @Test("a table without steps says what it was judged by, and its caveats")
    func withoutSteps() throws {
        let report = Self.copy(
            try EmptyReport.input(), warnings: [LedgerWarning(entry: 7, detail: "it is torn")])
        let csv = CSVFormat().text(report)
        let rows = csv.split(separator: "\r\n")
        #expect(rows.count == 2, "\(csv)")
        #expect(csv.contains(report.ledger.root.description) && csv.contains("it is torn."))
        #expect(rows.last?.hasPrefix("empty,checklists/empty.yaml,,2025-09-29T06:00:00Z,") == true)
    }
}
