/// Reads a table by the ending of its file's name.
package enum TableReader {
    /// - Parameters:
    ///   - bytes: What the file holds.
    ///   - path: Its name: `.xlsx`, `.md`, and anything else for separated values.
    ///   - sheet: The sheet of a workbook; nil takes the first one.
    /// - Returns: The rows that are not empty.
    /// - Throws: For what is no table, or a larger one than people read.
    package static func table(
        _ bytes: [UInt8], path: String, sheet: String? = nil
    ) throws(TableMistake) -> Table {
        guard bytes.count <= Table.mostBytes else {
            throw TableMistake(.tooLong(bytes: Table.mostBytes))
        }
        let name = path.lowercased()
        if name.hasSuffix(".xlsx") || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return try WorkbookReader.table(bytes, sheet: sheet)
        }
        if let sheet { throw TableMistake(.noSheet(sheet, known: [])) }
        return name.hasSuffix(".md") || name.hasSuffix(".markdown")
            ? try MarkdownTableReader.table(bytes) : try CSVReader.table(bytes)
    }
}
