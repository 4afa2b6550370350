import Characters
import Reporting
import Rollout
import Testing

struct StatusTableTests {
    @Test(
        "no line is wider than the terminal, whatever the text",
        arguments: HostileReport.texts + ["日本語のとても長い題名です日本語のとても長い題名です"])
    func width(_ text: String) throws {
        let report = try HostileReport.input(text)
        for width in [40, 60, 80, 133] {
            for line in StatusTable(width: width, colour: false).lines(for: report) {
                #expect(DisplayWidth.columns(line) <= width, "\(line)")
                #expect(!line.unicodeScalars.contains { VisibleText.isHidden($0) })
            }
        }
    }

    @Test("colour adds escapes and changes nothing else")
    func colour() throws {
        let report = try SampleReport().input()
        let plain = StatusTable(width: 100, colour: false).lines(for: report)
        let painted = StatusTable(width: 100, colour: true).lines(for: report)
        #expect(painted.contains { $0.utf8.contains(0x1B) })
        #expect(painted.map { $0.replacing(/\u{1B}\[\d+m/, with: "") } == plain)
    }

    @Test("a narrow terminal still gets a table")
    func narrow() throws {
        let report = try SampleReport().input()
        let lines = StatusTable(width: 0, colour: false).lines(for: report)
        #expect(lines.first?.hasPrefix("NO-GO") == true)
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= 40 }, "\(lines)")
        for step in report.assessment.steps {
            #expect(lines.contains { $0.contains(step.step.id.text) }, "\(step.step.id)")
        }
        #expect(lines.contains { $0.hasPrefix("failing  blocking") })
        #expect(lines.contains { $0.contains("due LATE 2025-09-26") }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("ready (waiver)") })
    }

    @Test("what is said of a phase and of the ledger is never cut")
    func outlook() throws {
        let report = try SampleReport().input()
        let text = StatusTable(width: 72, colour: false).lines(for: report).joined(separator: " ")
        #expect(
            text.contains(
                "If nothing more is recorded, it is NO-GO with 7 open conditions until 2025-10-16 00:00 Europe/Berlin, and at the start it will be NO-GO."
            ))
        #expect(text.contains("To be closed: NO-GO with 8 open conditions."))
        #expect(text.contains("its digest does not fit its bytes."))
        #expect(text.contains("target Contoso, tenant north"))
    }
}
