import Characters
import Testing

@Suite("Cells of CSV")
struct CSVCellTests {
    /// A text, and the cell that is written for it.
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let cell: String
        var testDescription: String { text }
    }

    static let rows = [
        Row(text: "=1+1", cell: "'=1+1"), Row(text: " @a", cell: "' @a"),
        Row(text: "a;=1+1", cell: "a;'=1+1"), Row(text: "a; -1", cell: "a;' -1"),
        Row(text: "a;\"=1+1\"", cell: "a;'\"=1+1\""), Row(text: ";;+1;", cell: ";;'+1;"),
        Row(text: "a; \" \"@b", cell: "a;' \" \"@b"), Row(text: "a;'=1", cell: "a;'=1"),
        Row(text: "a; b = c", cell: "a; b = c"), Row(text: "a, =b", cell: "a, =b"),
    ]

    @Test(
        "Nothing begins a formula, at the start or where a semicolon parts the cell",
        arguments: rows)
    func formulas(_ row: Row) {
        #expect(CSVCell.inert(row.text) == row.cell)
    }

    @Test("Whatever parts a row, no cell of it begins a formula", arguments: [";", "\t", "\n"])
    func separators(_ separator: Character) {
        for sign in "=+-@|%＝＋－＠" {
            for text in ["a\(separator)\(sign)1", "a\(separator) \"\(sign)1\"", "\(sign)1"] {
                let row = CSVCell.row([text, "b"])
                for cell in row.split(separator: separator) {
                    let start = cell.drop { $0 == "\"" || $0.isWhitespace }
                    #expect(!CSVCell.isFormula(String(start)), "\(row)")
                }
            }
        }
    }

    @Test("What a cell says is read back", arguments: rows.map(\.text).filter { !$0.contains("'") })
    func bare(_ text: String) {
        #expect(CSVCell.bare(CSVCell.inert(text)) == text)
    }
}
