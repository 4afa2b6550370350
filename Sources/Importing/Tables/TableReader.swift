/// Reads a table by the ending of its file's name.
package enum TableReader {
    /// Whether a file of this name holds tables in Markdown.
    package static func isMarkdown(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".md") || name.hasSuffix(".markdown")
    }

    /// - Parameters:
    ///   - bytes: What the file holds.
    ///   - path: Its name: `.xlsx`, `.md`, and anything else for separated values.
    ///   - sheet: The sheet of a workbook; nil takes the first one that is not hidden.
    ///   - encoding: How a text is written.
    /// - Returns: The rows that are not empty.
    /// - Throws: For what is no table, or a larger one than people read.
    package static func table(
        _ bytes: [UInt8], path: String, sheet: String? = nil, encoding: TableEncoding = .unicode
    ) throws(TableMistake) -> Table {
        guard bytes.count <= Table.mostBytes else {
            throw TableMistake(.tooLong(bytes: Table.mostBytes))
        }
        let name = path.lowercased()
        if name.hasSuffix(".xlsx") || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return try WorkbookReader.table(bytes, sheet: sheet)
        }
        // Workbooks before 2007, and those with a password.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw TableMistake(.notAWorkbook("it is an old one (.xls), or has a password"))
        }
        if let sheet { throw TableMistake(.noSheet(sheet, known: [])) }
        let text = try encoding.text(bytes)
        return isMarkdown(path)
            ? try MarkdownTableReader.table(text) : try CSVReader.table(text)
    }
}
