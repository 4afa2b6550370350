import Characters

/// Rows of cells as lines of a terminal: columns shrink, then go, until the lines fit.
struct TerminalTable {
    /// A text on one line with nothing in it that a terminal would obey.
    struct Cell {
        let text: String
        let paint: TerminalStyle.Paint?

        init(_ text: String, _ paint: TerminalStyle.Paint? = nil) {
            self.text = VisibleText.line(text)
            self.paint = paint
        }
    }

    /// A column with the fewest columns of the terminal that it is of use with.
    struct Column {
        let title: String
        let least: Int
        /// The columns that it takes at most, whatever room there is.
        let widest: Int
        /// The column may be left out where there is no room.
        let isOptional: Bool

        init(_ title: String, least: Int = 0, widest: Int = .max, isOptional: Bool = false) {
            self.title = title
            self.least = min(widest, max(least, DisplayWidth.columns(title)))
            self.widest = widest
            self.isOptional = isOptional
        }
    }

    let columns: [Column]
    let rows: [[Cell]]

    /// The blanks between two columns.
    private static let gap = 2

    /// The header and the rows, none wider than `width` where the columns' least widths allow it.
    func lines(width: Int, style: TerminalStyle) -> [String] {
        let shown = layout(width: width)
        let header = columns.map { Cell($0.title, .faint) }
        return ([header] + rows).map { row in
            shown.enumerated().map { place, column in
                let cell = row[column.index]
                let isLast = place == shown.count - 1
                let text =
                    isLast
                    ? DisplayWidth.cut(cell.text, to: column.width)
                    : DisplayWidth.fit(cell.text, to: column.width)
                return style.paint(text, cell.paint)
            }.joined(separator: String(repeating: " ", count: Self.gap))
        }
    }

    /// The columns that are shown, with their widths.
    private func layout(width: Int) -> [(index: Int, width: Int)] {
        var shown = columns.indices.map { index in (index: index, width: natural(index)) }
        while shown.map(\.width).reduce(0, +) + Self.gap * (shown.count - 1) > width {
            let shrinkable = shown.indices.filter {
                shown[$0].width > columns[shown[$0].index].least
            }
            if let widest = shrinkable.max(by: { shown[$0].width < shown[$1].width }) {
                shown[widest].width -= 1
            } else if let optional = shown.firstIndex(where: { columns[$0.index].isOptional }) {
                shown.remove(at: optional)
                for place in shown.indices { shown[place].width = natural(shown[place].index) }
            } else {
                break
            }
        }
        return shown
    }

    /// The width at which nothing of a column is cut.
    private func natural(_ index: Int) -> Int {
        let cells = rows.map { DisplayWidth.columns($0[index].text) }
        let widest = max(DisplayWidth.columns(columns[index].title), cells.max() ?? 0)
        return min(widest, columns[index].widest)
    }
}
