import Reporting
import Rollout
import Testing

/// A card for Teams stays as short as Teams takes it.
struct TeamsFormatTests {
    private static func card(warnings: Int) throws -> (text: String, bytes: Int) {
        let report = try SampleReport().input()
        let bytes = TeamsFormat().stream([
            ReportInput(
                assessment: report.assessment, tool: report.tool, ledger: report.ledger,
                ledgerWarnings: (0..<warnings).map {
                    LedgerWarning(
                        .content, entry: $0,
                        detail: "evidence\($0).txt (sha256:\(String(repeating: "0", count: 64))) "
                            + "is not kept beside the ledger")
                }, command: [])
        ])
        return (String(decoding: bytes, as: UTF8.self), bytes.count)
    }

    @Test("Of many warnings four are said and the rest is counted, so that the card is sent")
    func warnings() throws {
        let many = try Self.card(warnings: 200)
        #expect(many.text.contains("… and 197 more warnings."))
        #expect(many.text.contains("Entry 3 rests on") && !many.text.contains("Entry 4 rests on"))
        #expect(many.bytes < 28 << 10)
        #expect(try Self.card(warnings: 4).text.contains("… and 1 more warning."))
        #expect(try !Self.card(warnings: 3).text.contains("more warning"))
    }
}
