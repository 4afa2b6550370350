import Characters
import Reporting
import Rollout
import Testing

struct StatusTableTests {
    @Test(
        "no line is wider than the terminal, whatever the text",
        arguments: HostileReport.texts + ["日本語のとても長い題名です日本語のとても長い題名です"])
    func width(_ text: String) throws {
        let assessment = try HostileReport.input(text).assessment
        for width in [60, 80, 133] {
            for line in StatusTable(width: width, colour: false).lines(for: assessment) {
                #expect(DisplayWidth.columns(line) <= width, "\(line)")
                #expect(!line.unicodeScalars.contains { VisibleText.isHidden($0) })
            }
        }
    }

    @Test("colour adds escapes and changes nothing else")
    func colour() throws {
        let assessment = try SampleReport().input().assessment
        let plain = StatusTable(width: 100, colour: false).lines(for: assessment)
        let painted = StatusTable(width: 100, colour: true).lines(for: assessment)
        #expect(painted.contains { $0.utf8.contains(0x1B) })
        #expect(painted.map { $0.replacing(/\u{1B}\[\d+m/, with: "") } == plain)
    }

    @Test("a narrow terminal still gets a table")
    func narrow() throws {
        let assessment = try SampleReport().input().assessment
        let lines = StatusTable(width: 0, colour: false).lines(for: assessment)
        #expect(lines.first?.hasPrefix("NO-GO") == true)
        // A headline of two lines and two of counts, then both tables with their headers.
        #expect(lines.count == 4 + 1 + 4 + 1 + 10)
        #expect(lines.contains { $0.hasPrefix("failing") && $0.contains("LATE 2025-09-26") })
    }
}
