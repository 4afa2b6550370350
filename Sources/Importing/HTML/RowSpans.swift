/// Lays out the cells of a table that reach over several columns or rows, so that each row has a text
/// in each column, as a reader sees it.
struct RowSpans {
    /// A cell as its tag says.
    struct Cell {
        let text: String
        /// At least 1.
        var columns = 1
        /// At least 1.
        var rows = 1
    }

    /// The cells that reach into the rows below, by their column, with how many of these are left.
    private var open: [Int: (text: String, rows: Int)] = [:]
    /// The bytes that may still be said again: a post of a megabyte is not made a gigabyte.
    private var budget = 1 << 20

    /// No table that a person reads has more columns.
    private static let mostColumns = 100

    /// The texts of a row, column by column.
    mutating func row(of cells: [Cell]) -> [String] {
        var row: [String] = []
        for cell in cells {
            takeOpen(into: &row)
            row.append(cell.text)
            keep(cell, in: row.count - 1)
            for _ in 1..<max(1, cell.columns) {
                guard mayRepeat(cell.text, in: row.count) else { break }
                row.append(cell.text)
                keep(cell, in: row.count - 1)
            }
        }
        takeOpen(into: &row)
        return row
    }

    private mutating func keep(_ cell: Cell, in column: Int) {
        if cell.rows > 1 { open[column] = (cell.text, cell.rows - 1) }
    }

    /// Says again what reaches down into the next columns.
    private mutating func takeOpen(into row: inout [String]) {
        while let (text, rows) = open[row.count] {
            open[row.count] = rows > 1 ? (text, rows - 1) : nil
            guard mayRepeat(text, in: row.count) else { return open = [:] }
            row.append(text)
        }
    }

    private mutating func mayRepeat(_ text: String, in column: Int) -> Bool {
        // A cell without text costs the post something, too.
        let cost = text.utf8.count + 16
        guard column < Self.mostColumns, cost <= budget else { return false }
        budget -= cost
        return true
    }
}
