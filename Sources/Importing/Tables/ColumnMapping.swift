/// Which column of a table tells what, and where the table begins.
package struct ColumnMapping: Hashable, Sendable {
    /// The place of the column of each key, with its heading.
    package let columns: [ColumnKey: Int]
    package let headings: [String]
    /// The row of the headings, as spreadsheets count.
    package let row: Int
    /// A second row of headings below them; nil where there is none.
    package let second: Int?
    /// Rows further below that say the headings again, as on each page of some sheets.
    package let repeated: [Int]
    /// Whether the heading of the levels asks something that "no" answers, as "Mandatory" does and
    /// "Priority" does not, or somebody said that the column tells levels.
    let asksForLevel: Bool
    /// The rows below the headings.
    let body: [Table.Row]

    /// The headings stand in one of the first rows; titles and empty rows may stand above them.
    private static let mostRowsAbove = 20

    /// Guesses by the headings; what somebody said counts first.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - given: Headings with the keys that they stand for.
    /// - Throws: For a heading or a key that is none, and where nothing tells what is to be done.
    package init(_ table: Table, given: [(heading: String, key: String)]) throws(TableMistake) {
        var keys: [(heading: String, key: ColumnKey)] = []
        for (heading, name) in given {
            guard let key = ColumnKey(rawValue: name) else {
                throw TableMistake(sheet: table.sheet, .noKey(name))
            }
            if let other = keys.first(where: { $0.key == key }), other.heading != heading {
                throw TableMistake(
                    sheet: table.sheet, .sameKey(name, headings: [other.heading, heading]))
            }
            keys.append((heading, key))
        }
        let rows = table.rows.prefix(Self.mostRowsAbove + 1)
        let likely = rows.enumerated().max {
            ($0.element.filled, $1.offset) < ($1.element.filled, $0.offset)
        }
        let known = likely?.element.lines ?? []
        if let lost = keys.first(where: { given in
            !rows.contains { $0.lines.contains(given.heading) }
        }) {
            throw TableMistake(sheet: table.sheet, .noColumn(lost.heading, known: known))
        }
        var best: (place: Int, columns: [ColumnKey: Int])?
        for (place, row) in rows.enumerated() {
            guard let columns = Self.columns(of: row, keys) else { continue }
            // A word of a plan may be a heading elsewhere; two in one row are no chance.
            guard place == 0 || columns.count > 1 || !keys.isEmpty else { continue }
            if columns.count > best?.columns.count ?? 0 { best = (place, columns) }
        }
        guard let best else { throw TableMistake(sheet: table.sheet, .noTitles(known: known)) }
        var columns = best.columns
        let head = table.rows[best.place]
        var below = table.rows[(best.place + 1)...]
        if let next = below.first, Self.isHead(next) {
            second = next.number
            below = below.dropFirst()
            for (column, heading) in next.cells.enumerated() {
                guard let key = ColumnKey.of(heading), columns[key] == nil,
                    !columns.values.contains(column)
                else { continue }
                columns[key] = column
            }
        } else {
            second = nil
        }
        self.columns = columns
        let heads = [head] + table.rows[(best.place + 1)...].prefix(second == nil ? 0 : 1)
        let isAsked = columns[.level].map { place in
            heads.contains { place < $0.cells.count && ColumnKey.asks($0.cells[place]) }
        }
        asksForLevel = isAsked ?? false || keys.contains { $0.key == .level }
        headings = head.lines
        row = head.number
        repeated = below.filter { $0.cells == head.cells }.map(\.number)
        body = below.filter { $0.cells != head.cells }
    }

    /// The columns of a row if it were the head; nil where it would not tell what is to be done.
    private static func columns(
        of row: Table.Row, _ given: [(heading: String, key: ColumnKey)]
    ) -> [ColumnKey: Int]? {
        var columns: [ColumnKey: Int] = [:]
        var taken: Set<Int> = []
        for (heading, key) in given {
            guard let place = row.lines.firstIndex(of: heading) else { return nil }
            columns[key] = place
            taken.insert(place)
        }
        for (place, heading) in row.cells.enumerated() where !taken.contains(place) {
            guard let key = ColumnKey.of(heading), columns[key] == nil else { continue }
            columns[key] = place
        }
        return columns[.title] == nil ? nil : columns
    }

    /// Whether a row below the head belongs to it: all that it says are headings and units.
    private static func isHead(_ row: Table.Row) -> Bool {
        row.filled > 1 && row.faults.isEmpty
            && row.cells.allSatisfy { cell in
                cell.isEmpty || ColumnKey.of(cell) != nil
                    || PlainWords.of(PlainWords.withoutBrackets(cell)).isEmpty
            }
    }

    /// What a row says under a key, on one line; empty where it says nothing.
    ///
    /// A cell that is merged with those below it counts for all their rows, but for what a step is
    /// called.
    func text(_ key: ColumnKey, of row: Table.Row) -> String { Table.line(lines(key, of: row)) }

    /// The same with the line ends of the cell.
    func lines(_ key: ColumnKey, of row: Table.Row) -> String {
        guard let place = columns[key] else { return "" }
        let own = place < row.cells.count ? row.cells[place] : ""
        let isName = key == .id || key == .title
        return own.isEmpty && !isName ? row.spanned[place] ?? "" : own
    }
}
