/// Reads the tables of a Markdown text (GitHub Flavored Markdown, section 4.10).
enum MarkdownTableReader {
    /// The first table.
    static func table(_ text: [UInt8]) throws(TableMistake) -> Table {
        guard let table = try tables(text, most: 1).first else { throw TableMistake(.noRows) }
        return table
    }

    /// The first tables, in their order.
    static func tables(_ text: [UInt8], most: Int) throws(TableMistake) -> [Table] {
        let lines = text.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
        var tables: [Table] = []
        var index = 1
        while index < lines.count, tables.count < most {
            guard isRule(lines[index]), lines[index - 1].contains(UInt8(ascii: "|")) else {
                index += 1
                continue
            }
            let table = try table(lines, under: index)
            tables.append(table)
            index = max(index + 2, (table.rows.last?.number ?? 0) + 1)
        }
        return tables
    }

    private static func table(
        _ lines: [[UInt8]], under rule: Int
    ) throws(TableMistake) -> Table {
        var rows = [Table.Row(number: rule, cells: cells(lines[rule - 1]))]
        for index in (rule + 1)..<max(rule + 1, lines.count) {
            guard lines[index].contains(UInt8(ascii: "|")) else { break }
            let cells = cells(lines[index])
            guard cells.count <= Table.mostColumns else {
                throw TableMistake(row: index + 1, .tooManyColumns(Table.mostColumns))
            }
            if cells.contains(where: { !$0.isEmpty }) {
                rows.append(Table.Row(number: index + 1, cells: cells))
            }
            guard rows.count <= Table.mostRows else {
                throw TableMistake(.tooManyRows(Table.mostRows))
            }
        }
        return Table(sheet: "", rows: rows)
    }

    private static func isRule(_ line: [UInt8]) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
            && line.allSatisfy { "|-: \t\r".utf8.contains($0) }
    }

    static func cells(_ line: [UInt8]) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        // A backslash counts before a bar alone, so that paths stay as they are.
        var slashes = 0
        func putSlashes(_ count: Int) {
            cell += Array(repeating: UInt8(ascii: "\\"), count: count)
            slashes = 0
        }
        for byte in line.drop(while: { $0 == 32 || $0 == 9 }) {
            if byte == UInt8(ascii: "\\") {
                slashes += 1
            } else if byte != UInt8(ascii: "|") {
                putSlashes(slashes)
                cell.append(byte)
            } else {
                let isText = slashes % 2 == 1
                putSlashes(slashes / 2)
                if isText {
                    cell.append(byte)
                } else {
                    cells.append(text(cell))
                    cell = []
                }
            }
        }
        putSlashes(slashes)
        let last = text(cell)
        if !last.isEmpty { cells.append(last) }
        // The bar that a line begins with opens the first cell.
        let opens = line.first { $0 != 32 && $0 != 9 } == UInt8(ascii: "|")
        return opens ? Array(cells.dropFirst()) : cells
    }

    /// The text of a cell, whose lines end with `<br>`.
    private static func text(_ cell: [UInt8]) -> String {
        let text = String(decoding: cell, as: UTF8.self)
        let lines = ["<br>", "<br/>", "<br />"].reduce(text) { $0.replacing($1, with: "\n") }
        return CSVReader.trimmed(Array(lines.utf8))
    }
}
