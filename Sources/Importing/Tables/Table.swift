/// A table of texts, with the place that each row has in its source.
package struct Table: Hashable, Sendable {
    /// Why a cell has no text that could be used.
    package enum Fault: Hashable, Sendable {
        /// A formula whose value was never saved with it.
        case notComputed
        /// What the spreadsheet shows instead of a value, such as `#REF!`.
        case error(String)
    }

    package struct Row: Hashable, Sendable {
        /// From 1, as spreadsheets count.
        package let number: Int
        /// With the line ends that they have.
        package let cells: [String]
        /// By the place of the column, from 0.
        var faults: [Int: Fault] = [:]
        /// What cells above say that are merged with those of this row, by the place of the column.
        var spanned: [Int: String] = [:]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }

        /// The cells, each on one line.
        var lines: [String] { cells.map(Table.line) }

        /// How many cells say something.
        var filled: Int { cells.count { !$0.isEmpty } }
    }

    /// The name of the sheet; empty where the source has none.
    package let sheet: String
    /// The rows that are not empty.
    package let rows: [Row]
    /// The other sheets of the workbook that people see, and those that it hides; neither is read.
    package var others: [String] = []
    package var hiddenSheets: [String] = []
    /// Rows and columns (from 0) that the spreadsheet hides, and that are read all the same.
    package var hiddenRows: [Int] = []
    package var hiddenColumns: [Int] = []
    /// Whether a number that is a day counts from 1904, and not from 1900.
    var countsFrom1904 = false

    /// A cell on one line.
    static func line(_ cell: String) -> String { cell.replacing("\n", with: " ") }

    init(sheet: String, rows: [Row]) {
        self.sheet = sheet
        self.rows = rows
    }

    /// More than this is no plan that a person reads.
    package static let mostRows = 10_000
    static let mostColumns = 256
    static let mostBytesOfACell = 1 << 16
    package static let mostBytes = 64 << 20
}
