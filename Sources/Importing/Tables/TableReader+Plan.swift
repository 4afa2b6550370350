extension TableReader {
    /// The table that tells what is to be done, with what its columns tell: where nobody names a sheet,
    /// the first such one of those that people see, and in a text the first such table.
    ///
    /// - Parameters:
    ///   - bytes: What the file holds.
    ///   - path: Its name.
    ///   - sheet: The sheet of a workbook; nil looks for the plan.
    ///   - encoding: How a text is written.
    ///   - given: Headings with the keys that they stand for.
    /// - Returns: The table, and what its columns tell.
    /// - Throws: For what is no table; where none is a plan, what is wrong with the first one.
    package static func plan(
        _ bytes: [UInt8], path: String, sheet: String?, encoding: TableEncoding,
        given: [(heading: String, key: String)]
    ) throws(TableMistake) -> (table: Table, mapping: ColumnMapping) {
        let first = try table(bytes, path: path, sheet: sheet, encoding: encoding)
        let mistake: TableMistake
        do throws(TableMistake) {
            return (first, try ColumnMapping(first, given: given))
        } catch {
            mistake = error
        }
        guard sheet == nil else { throw mistake }
        let name = path.lowercased()
        if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
            let text = try encoding.text(bytes)
            for table in try MarkdownTableReader.tables(text, most: mostTried).dropFirst() {
                if let mapping = try? ColumnMapping(table, given: given) { return (table, mapping) }
            }
        }
        for name in first.others.prefix(mostTried) {
            guard let table = try? table(bytes, path: path, sheet: name),
                let mapping = try? ColumnMapping(table, given: given)
            else { continue }
            return (table, mapping)
        }
        throw mistake
    }

    /// More tables than this are not looked through for a plan.
    private static let mostTried = 20
}
