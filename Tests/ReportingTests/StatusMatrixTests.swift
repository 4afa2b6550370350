import Characters
import Reporting
import Testing

struct StatusMatrixTests {
    @Test(
        "no line is wider than the terminal, and every target is in one table",
        arguments: [0, 60, 80, 133])
    func width(_ width: Int) throws {
        let reports = try TargetReports.inputs()
        let lines = StatusMatrix(width: width, colour: false).lines(for: reports)
        for line in lines { #expect(DisplayWidth.columns(line) <= max(width, 60), "\(line)") }
        for name in ["Contoso", "Fabrikam", "Adatum Corpor…", "Tailspin", "wingtip"] {
            #expect(lines.count { $0.hasPrefix("STEP ") && $0.contains(name) } == 1, "\(name)")
        }
    }

    @Test("nothing hostile gets out", arguments: HostileReport.texts)
    func hostile(_ text: String) throws {
        let report = try HostileReport.input(text)
        for line in StatusMatrix(width: 80, colour: false).lines(for: [report, report]) {
            #expect(DisplayWidth.columns(line) <= 80, "\(line)")
            #expect(!line.unicodeScalars.contains { VisibleText.isHidden($0) })
        }
    }

    @Test("a step that a target does not have is a dash there")
    func union() throws {
        let lines = StatusMatrix(width: 133, colour: false).lines(for: try TargetReports.inputs())
        let row = try #require(lines.first { $0.hasPrefix("prepare") })
        let cells = row.split(separator: "  ").map { $0.filter { $0 != " " } }
        #expect(cells == ["prepare", "ready", "LATEfailing", "–", "notapplicable", "LATEpending"])
        #expect(StatusMatrix(width: 80, colour: false).lines(for: []).isEmpty)
    }
}
