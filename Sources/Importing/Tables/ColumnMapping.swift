/// Which column of a table tells what.
package struct ColumnMapping: Hashable, Sendable {
    /// The place of the column of each key, with its heading.
    package let columns: [ColumnKey: Int]
    package let headings: [String]

    /// Guesses by the headings; what somebody said counts first.
    ///
    /// - Parameters:
    ///   - table: The table, whose first row is its head.
    ///   - given: Headings with the keys that they stand for.
    /// - Throws: For a heading or a key that is none, and where nothing tells what is to be done.
    package init(_ table: Table, given: [(heading: String, key: String)]) throws(TableMistake) {
        let head = table.rows.first?.cells ?? []
        var columns: [ColumnKey: Int] = [:]
        var taken: Set<Int> = []
        for (heading, name) in given {
            guard let key = ColumnKey(rawValue: name) else {
                throw TableMistake(sheet: table.sheet, .noKey(name))
            }
            guard let place = head.firstIndex(of: heading) else {
                throw TableMistake(sheet: table.sheet, .noColumn(heading, known: head))
            }
            columns[key] = place
            taken.insert(place)
        }
        for (place, heading) in head.enumerated() where !taken.contains(place) {
            guard let key = ColumnKey.of(heading), columns[key] == nil else { continue }
            columns[key] = place
        }
        guard columns[.title] != nil else {
            throw TableMistake(sheet: table.sheet, .noTitles(known: head))
        }
        self.columns = columns
        headings = head
    }

    /// What a row says under a key; empty where it says nothing.
    func text(_ key: ColumnKey, of row: Table.Row) -> String {
        guard let place = columns[key], place < row.cells.count else { return "" }
        return row.cells[place]
    }
}
