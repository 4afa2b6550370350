import Characters

/// Rows of cells as lines of a terminal: columns shrink until the lines fit.
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

        init(_ title: String, least: Int = 0, widest: Int = .max) {
            self.title = title
            self.least = min(widest, max(least, DisplayWidth.columns(title)))
            self.widest = widest
        }
    }

    let columns: [Column]
    let rows: [[Cell]]

    /// The blanks between two columns.
    private static let gap = 2

    /// The header and the rows, none wider than `width` where the columns' least widths allow it.
    func lines(width: Int, style: TerminalStyle) -> [String] {
        let widths = layout(width: width)
        let header = columns.map { Cell($0.title, .faint) }
        return ([header] + rows).map { row in
            zip(row, widths).enumerated().map { place, pair in
                let (cell, width) = pair
                let isLast = place == widths.count - 1
                let text =
                    isLast
                    ? DisplayWidth.cut(cell.text, to: width)
                    : DisplayWidth.fit(cell.text, to: width)
                return style.paint(text, cell.paint)
            }.joined(separator: String(repeating: " ", count: Self.gap))
        }
    }

    /// The widths of the columns.
    private func layout(width: Int) -> [Int] {
        var widths = columns.indices.map(natural)
        while widths.reduce(0, +) + Self.gap * (widths.count - 1) > width {
            let shrinkable = widths.indices.filter { widths[$0] > columns[$0].least }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }

    /// The width at which nothing of a column is cut.
    private func natural(_ index: Int) -> Int {
        let cells = rows.map { DisplayWidth.columns($0[index].text) }
        let widest = max(DisplayWidth.columns(columns[index].title), cells.max() ?? 0)
        return min(widest, columns[index].widest)
    }
}
