import Characters

/// Tells a cell that somebody changed from one that a sheet gives back in its own way.
///
/// No sheet keeps a text to the byte: runs of blanks become one, line ends go, hidden signs are
/// shown, and an apostrophe keeps formulas from being computed. A cell that says what becomes of
/// a text on its way through one of the kinds of sheets was not changed.
package enum ReturnedCell {
    /// Whether a cell says what a sheet makes of a text.
    package static func isUnchanged(_ cell: String, from text: String) -> Bool {
        let cell = VisibleText.line(cell)
        return cell == VisibleText.line(text)
            || forms(of: text).contains { VisibleText.line(Table.line($0)) == cell }
    }

    /// Whether the values of a cell are those that a sheet makes of a list.
    package static func isUnchanged(_ values: [String], from texts: [String]) -> Bool {
        values == texts
            || forms(of: list(texts)).contains { PlanOwners.once(CellList.values($0)) == values }
    }

    /// A list as one cell.
    package static func list(_ texts: [String]) -> String { texts.joined(separator: ", ") }

    /// What separated values, a workbook and a table in Markdown give back.
    private static func forms(of text: String) -> [String] {
        [
            CSVReader.trimmed(Array(CSVCell.inert(text).utf8)),
            CSVReader.trimmed(Array(VisibleText.line(text).utf8)),
            MarkdownTableReader.cells(Array(MarkdownSheet.row([text]).utf8)).first ?? "",
        ]
    }
}
