import Characters

/// Reads tables as RFC 4180 has them, with the separators that spreadsheets use in their languages.
enum CSVReader {
    /// The table; the separator is the one of comma, semicolon and tab that its head has most of.
    static func table(_ text: [UInt8]) throws(TableMistake) -> Table {
        guard String(validating: text, as: UTF8.self) != nil else { throw TableMistake(.notUTF8) }
        let bytes = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
        let separator = separator(of: bytes.prefix { $0 != 10 })
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

    private static func separator(of head: some Collection<UInt8>) -> UInt8 {
        [UInt8(ascii: ","), UInt8(ascii: ";"), 9].max { left, right in
            head.count { $0 == left } < head.count { $0 == right }
        } ?? UInt8(ascii: ",")
    }

    /// The text of a cell, without the apostrophe by which it was kept from being a formula.
    static func trimmed(_ bytes: [UInt8]) -> String {
        var flow = TextFlow()
        flow.append(bytes)
        let text = flow.take()
        let bare = String(text.dropFirst())
        return text.hasPrefix("'") && CSVCell.isFormula(bare) ? bare : text
    }
}
