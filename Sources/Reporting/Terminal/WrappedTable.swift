import Characters

/// Rows of cells whose last column is a text: where a line has no room for all of it, it goes on
/// below, and no cell is ever cut.
struct WrappedTable {
    struct Column {
        let title: String
        /// What stands before the cell where there is no room for a table.
        let label: String

        init(_ title: String, label: String = "") {
            self.title = title
            self.label = label
        }
    }

    let columns: [Column]
    /// Each as long as `columns`.
    let rows: [[TerminalTable.Cell]]
    /// The least columns of the terminal for the text beside the other columns.
    var leastText = 32

    /// The blanks between two columns.
    private static let gap = 2

    func lines(width: Int, style: TerminalStyle) -> [String] {
        let widths = columns.indices.map(natural)
        let before = widths.dropLast().reduce(0) { $0 + $1 + Self.gap }
        if before + min(widths.last ?? 0, leastText) <= width {
            return table(widths, textAt: before, width, style)
        }
        if before - Self.gap <= width { return table(widths, textAt: nil, width, style) }
        return blocks(width, style)
    }

    /// A table with the text beside the other columns, from a column of the terminal on, or below
    /// them, where it has no header.
    private func table(
        _ widths: [Int], textAt start: Int?, _ width: Int, _ style: TerminalStyle
    ) -> [String] {
        let header = columns.map { TerminalTable.Cell($0.title, .faint) }
        guard let start else {
            return [line(Array(header.dropLast()), widths, style)]
                + rows.flatMap { row in
                    [line(Array(row.dropLast()), widths, style)]
                        + (row.last.map { below($0, indent: 2, width, style) } ?? [])
                }
        }
        let margin = String(repeating: " ", count: start)
        return ([header] + rows).flatMap { row -> [String] in
            guard let text = row.last else { return [] }
            let first = line(Array(row.dropLast()), widths, style, isPadded: true)
            let parts = TerminalText.wrapped(text.text, to: width == .max ? .max : width - start)
            return [first + style.paint(parts.first ?? "", text.paint)]
                + parts.dropFirst().map { margin + style.paint($0, text.paint) }
        }
    }

    private func line(
        _ cells: [TerminalTable.Cell], _ widths: [Int], _ style: TerminalStyle,
        isPadded: Bool = false
    ) -> String {
        let gap = String(repeating: " ", count: Self.gap)
        let texts = cells.enumerated().map { place, cell in
            let isLast = place == cells.count - 1 && !isPadded
            return style.paint(
                isLast ? cell.text : DisplayWidth.fit(cell.text, to: widths[place]), cell.paint)
        }
        return texts.joined(separator: gap) + (isPadded ? gap : "")
    }

    private func below(
        _ text: TerminalTable.Cell, indent: Int, _ width: Int, _ style: TerminalStyle
    ) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return TerminalText.wrapped(text.text, to: width - indent).map {
            margin + style.paint($0, text.paint)
        }
    }

    /// Each row by itself: its cells one after the other, the text below them.
    private func blocks(_ width: Int, _ style: TerminalStyle) -> [String] {
        rows.flatMap { row -> [String] in
            var lines: [(text: String, columns: Int)] = []
            for (column, cell) in zip(columns, row).dropLast() where !cell.text.isEmpty {
                let label = column.label.isEmpty ? "" : "\(column.label) "
                let columns = DisplayWidth.columns(label + cell.text)
                if let last = lines.last, last.columns + Self.gap + columns <= width {
                    lines[lines.count - 1] = (
                        last.text + "  " + label + style.paint(cell.text, cell.paint),
                        last.columns + Self.gap + columns
                    )
                } else {
                    let indent = lines.isEmpty ? 0 : Self.gap
                    for (place, part) in TerminalText.wrapped(
                        label + cell.text, to: width - indent
                    ).enumerated() {
                        let margin = String(repeating: " ", count: indent)
                        let isWhole = place == 0 && part == label + cell.text
                        let painted =
                            isWhole
                            ? label + style.paint(cell.text, cell.paint)
                            : style.paint(part, cell.paint)
                        lines.append((margin + painted, indent + DisplayWidth.columns(part)))
                    }
                }
            }
            return lines.map(\.text)
                + (row.last.map { below($0, indent: 4, width, style) } ?? [])
        }
    }

    /// The width at which nothing of a column is cut.
    private func natural(_ index: Int) -> Int {
        let cells = rows.map { DisplayWidth.columns($0[index].text) }
        return max(DisplayWidth.columns(columns[index].title), cells.max() ?? 0)
    }
}
