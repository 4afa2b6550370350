import Characters
import Importing
import Testing

@Suite("Plans in workbooks and separated values")
struct WorkbookTableTests {
    @Test(
        "hold no formula, coming or going",
        arguments: [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "=cmd|'/C calc'!A0",
            "=\"a\",\"b\"",
        ])
    func formulas(_ text: String) throws {
        let csv = [["Task"], [text]].map(CSVCell.row).joined()
        #expect(csv.utf8.dropFirst(6).first != UInt8(ascii: "="))
        #expect(csv.contains("'"))
        let table = try TableReader.table(Array(csv.utf8), path: "a.csv")
        let plan = PlanTable(table, try ColumnMapping(table, given: []))
        _ = try DraftReading.checklist(PlanDraft(plan, name: "a", start: nil).text)
    }

    @Test("in a workbook that we write are read again, and are the same bytes every time")
    func workbook() throws {
        let rows = [["Task", "Due"], ["Switch <&> \"over\"", "2025-10-31"], ["=1+1", ""]]
        let bytes = try #require(WorkbookWriter.bytes(rows, sheet: "a/b:c"))
        #expect(WorkbookWriter.bytes(rows, sheet: "a/b:c") == bytes)
        let table = try TableReader.table(bytes, path: "plan.xlsx")
        #expect(table.sheet == "abc")
        #expect(
            table.rows.map(\.cells) == [
                ["Task", "Due"], ["Switch <&> \"over\"", "2025-10-31"], ["=1+1"],
            ])
        #expect(throws: TableMistake(.noSheet("x", known: ["abc"]))) {
            try TableReader.table(bytes, path: "plan.xlsx", sheet: "x")
        }
    }

    @Test(
        "that mean harm are refused",
        arguments: [
            String(repeating: "a\n", count: Table.mostRows + 2),
            String(repeating: "a,", count: 300), "a\n\"open", "", "\n\n",
            "a\n" + String(repeating: "x", count: 70_000),
        ])
    func harmful(_ text: String) {
        #expect(throws: TableMistake.self) {
            try TableReader.table(Array(text.utf8), path: "a.csv")
        }
    }

    @Test("in damaged workbooks are refused")
    func damaged() throws {
        let bytes = try #require(WorkbookWriter.bytes([["Task"], ["A"]], sheet: "s"))
        for cut in stride(from: 0, to: bytes.count, by: 41) {
            var damaged = bytes
            damaged[cut] ^= 0xFF
            _ = try? TableReader.table(damaged, path: "a.xlsx")
            #expect(throws: TableMistake.self) {
                try TableReader.table(Array(bytes[..<cut]), path: "a.xlsx")
            }
        }
    }
}
