/// Cells of a sheet that are shown as one, whose text stands in the first of them.
struct MergedCells {
    private let rows: ClosedRange<Int>
    /// From 0.
    private let columns: ClosedRange<Int>

    /// Reads a reference such as `A2:B5`; nil for what is none.
    init?(_ reference: String) {
        let ends = reference.split(separator: ":")
        guard ends.count == 2, let left = Self.column(String(ends[0])),
            let right = Self.column(String(ends[1])), let top = Self.row(ends[0]),
            let bottom = Self.row(ends[1]), left <= right, top <= bottom
        else { return nil }
        rows = top...bottom
        columns = left...min(max(left, right), max(left, Table.mostColumns - 1))
    }

    /// The column of a place such as `AB12`, from 0.
    static func column(_ place: String) -> Int? {
        var column = 0
        for byte in place.utf8.prefix(while: { (65...90).contains($0) }).prefix(4) {
            column = column * 26 + Int(byte - 64)
        }
        return column > 0 ? column - 1 : nil
    }

    private static func row(_ place: Substring) -> Int? {
        Int(place.drop { $0.isASCII && $0.isLetter })
    }

    /// More cells than this are not filled: no plan has as many.
    private static let mostFilled = 1_000_000

    /// The rows, each with what reaches it from above.
    static func spread(_ merged: [MergedCells], over rows: [Table.Row]) -> [Table.Row] {
        guard !merged.isEmpty, let last = rows.last?.number else { return rows }
        var places: [Int: Int] = [:]
        for (place, row) in rows.enumerated() { places[row.number] = place }
        var spread = rows
        var filled = 0
        for cells in merged where cells.rows.count > 1 {
            guard let first = places[cells.rows.lowerBound],
                cells.columns.lowerBound < rows[first].cells.count
            else { continue }
            let text = rows[first].cells[cells.columns.lowerBound]
            let bottom = min(cells.rows.upperBound, last)
            guard !text.isEmpty, bottom > cells.rows.lowerBound else { continue }
            for number in (cells.rows.lowerBound + 1)...bottom {
                filled += cells.columns.count
                guard filled <= mostFilled else { return spread }
                guard let place = places[number] else { continue }
                for column in cells.columns { spread[place].spanned[column] = text }
            }
        }
        return spread
    }
}
