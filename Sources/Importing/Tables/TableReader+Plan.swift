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
    /// - Throws: For what is no table, or cannot be read before a plan was found; where none is a
    ///   plan, what is wrong with the first one.
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
        guard sheet == nil, mistake.isNoPlan else { throw mistake }
        if isMarkdown(path) {
            let text = try encoding.text(bytes)
            for table in try MarkdownTableReader.tables(text, most: mostTried).dropFirst() {
                if let mapping = try plan(in: table, given) { return (table, mapping) }
            }
        }
        for name in first.others.prefix(mostTried) {
            let table: Table
            do throws(TableMistake) {
                table = try self.table(bytes, path: path, sheet: name)
            } catch {
                // A sheet without a row holds no plan; of all others it is not known.
                guard error.reason != .noRows else { continue }
                var mistake = error
                mistake.isOnTheWay = true
                if mistake.sheet.isEmpty { mistake.sheet = name }
                throw mistake
            }
            if let mapping = try plan(in: table, given) { return (table, mapping) }
        }
        throw mistake
    }

    /// What the columns of a table tell; nil where no heading of a plan is in it.
    private static func plan(
        in table: Table, _ given: [(heading: String, key: String)]
    ) throws(TableMistake) -> ColumnMapping? {
        do throws(TableMistake) {
            return try ColumnMapping(table, given: given)
        } catch {
            guard error.isNoPlan else { throw error }
            return nil
        }
    }

    /// More tables than this are not looked through for a plan.
    private static let mostTried = 20
}
