/// Reads the first table of a Markdown text (GitHub Flavored Markdown, section 4.10).
enum MarkdownTableReader {
    static func table(_ text: [UInt8]) throws(TableMistake) -> Table {
        let lines = text.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
        guard let rule = lines.indices.dropFirst().first(where: { isRule(lines[$0]) }) else {
            throw TableMistake(.noRows)
        }
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

    private static func cells(_ line: [UInt8]) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isEscaped = false
        for byte in line.drop(while: { $0 == 32 || $0 == 9 }) {
            if isEscaped {
                if byte != UInt8(ascii: "|") { cell.append(UInt8(ascii: "\\")) }
                cell.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "|") {
                cells.append(CSVReader.trimmed(cell))
                cell = []
            } else {
                cell.append(byte)
            }
        }
        let last = CSVReader.trimmed(cell)
        if !last.isEmpty { cells.append(last) }
        // The bar that a line begins with opens the first cell.
        let opens = line.first { $0 != 32 && $0 != 9 } == UInt8(ascii: "|")
        return opens ? Array(cells.dropFirst()) : cells
    }
}
