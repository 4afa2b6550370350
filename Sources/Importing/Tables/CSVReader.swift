import Characters

/// Reads tables as RFC 4180 has them, with the separators that spreadsheets use in their languages.
enum CSVReader {
    /// The table; the separator is the one of comma, semicolon and tab that one of the first lines has
    /// most of.
    static func table(_ text: [UInt8]) throws(TableMistake) -> Table {
        let (named, bytes) = named(text)
        let separator = named ?? separator(of: bytes)
        var rows: [Table.Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var number = 1
        var index = bytes.startIndex
        func put() throws(TableMistake) {
            guard cell.count <= Table.mostBytesOfACell else {
                throw TableMistake(
                    row: number, column: cells.count, .tooLong(bytes: Table.mostBytesOfACell))
            }
            cells.append(trimmed(cell))
            cell = []
            guard cells.count <= Table.mostColumns else {
                throw TableMistake(row: number, .tooManyColumns(Table.mostColumns))
            }
        }
        func endRow() throws(TableMistake) {
            try put()
            if cells.contains(where: { !$0.isEmpty }) {
                rows.append(Table.Row(number: number, cells: cells))
            }
            cells = []
            number += 1
            guard rows.count <= Table.mostRows else {
                throw TableMistake(.tooManyRows(Table.mostRows))
            }
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if next == UInt8(ascii: "\"") {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                isQuoted = true
            } else if byte == separator {
                try put()
            } else if byte == 10 || byte == 13 {
                if byte == 13, next == 10 { index += 1 }
                try endRow()
            } else {
                cell.append(byte)
            }
        }
        guard !isQuoted else { throw TableMistake(row: number, .openQuote) }
        if !cell.isEmpty || !cells.isEmpty { try endRow() }
        guard !rows.isEmpty else { throw TableMistake(.noRows) }
        return Table(sheet: "", rows: rows)
    }

    /// The separator that a first line `sep=;` names, as spreadsheets read it, with the lines below.
    private static func named(_ text: [UInt8]) -> (UInt8?, ArraySlice<UInt8>) {
        let line = text.prefix { $0 != 10 && $0 != 13 }
        guard line.count == 5, line.prefix(4).elementsEqual("sep=".utf8) else {
            return (nil, text[...])
        }
        let rest = text[line.endIndex...]
        return (line[4], rest.dropFirst(rest.starts(with: [13, 10]) ? 2 : 1))
    }

    private static func separator(of text: ArraySlice<UInt8>) -> UInt8 {
        var most: (count: Int, sign: UInt8) = (0, UInt8(ascii: ","))
        for line in text.prefix(1 << 16).split(separator: 10).prefix(20) {
            var isQuoted = false
            let outside = line.filter { byte in
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                return !isQuoted
            }
            for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), 9] {
                let count = outside.count { $0 == sign }
                if count > most.count { most = (count, sign) }
            }
        }
        return most.sign
    }

    /// The text of a cell with its line ends, without the apostrophes by which it was kept from being
    /// a formula.
    static func trimmed(_ bytes: [UInt8]) -> String {
        let text = bytes.split { $0 == 10 || $0 == 13 }.map { line in
            var flow = TextFlow()
            flow.append(line)
            return flow.take()
        }.filter { !$0.isEmpty }.joined(separator: "\n")
        return CSVCell.bare(text)
    }
}
