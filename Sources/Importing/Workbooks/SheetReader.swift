import XML

/// Takes the cells of a sheet.
struct SheetReader {
    private let texts: [String]
    private let styles: CellStyles
    private let countsFrom1904: Bool
    private(set) var rows: [Table.Row] = []
    private(set) var refusal: String?
    private(set) var hiddenRows: [Int] = []
    private(set) var hiddenColumns: Set<Int> = []
    private var merged: [MergedCells] = []
    private var number = 0
    private var cells: [String] = []
    private var faults: [Int: Table.Fault] = [:]
    private var isHidden = false
    private var column = 0
    private var type = ""
    private var style = 0
    private var value = ""
    private var isFormula = false
    private var isInValue = false
    private var inline = TextCollector()

    init(texts: [String], styles: CellStyles, countsFrom1904: Bool) {
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
    }

    /// Takes an event; tells whether more are wanted.
    mutating func take(_ event: XMLEvents.Event) -> Bool {
        if let text = inline.take(event, within: "is") { value = text }
        switch event {
        case .start("col", let attributes): takeColumns(attributes)
        case .start("row", let attributes):
            number = attributes["r"].flatMap { Int($0) } ?? number + 1
            isHidden = Self.isTrue(attributes["hidden"])
            (cells, faults, column) = ([], [:], -1)
        case .start("c", let attributes):
            column = attributes["r"].flatMap(MergedCells.column) ?? column + 1
            (type, value, isFormula) = (attributes["t"] ?? "n", "", false)
            style = attributes["s"].flatMap { Int($0) } ?? 0
        case .start("f", _): isFormula = true
        case .start("v", _): isInValue = true
        case .text(let piece):
            if isInValue, value.utf8.count < Table.mostBytesOfACell { value += piece }
        case .end("v"): isInValue = false
        case .end("c"): put()
        case .end("row"): endRow()
        case .start("mergeCell", let attributes):
            if let cells = attributes["ref"].flatMap({ MergedCells($0) }),
                merged.count < Table.mostRows
            {
                merged.append(cells)
            }
        case .end("mergeCells"): return false
        default: break
        }
        return refusal == nil
    }

    /// The rows, with what reaches them from merged cells above.
    var table: [Table.Row] { MergedCells.spread(merged, over: rows) }

    private mutating func takeColumns(_ attributes: [String: String]) {
        guard Self.isTrue(attributes["hidden"]), let first = attributes["min"].flatMap({ Int($0) }),
            let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
        else { return }
        hiddenColumns.formUnion((first - 1)..<min(last, Table.mostColumns))
    }

    private mutating func endRow() {
        guard !faults.isEmpty || cells.contains(where: { !$0.isEmpty }) else { return }
        var row = Table.Row(number: number, cells: cells)
        row.faults = faults
        rows.append(row)
        if isHidden { hiddenRows.append(number) }
        if rows.count > Table.mostRows { refusal = "it has more than \(Table.mostRows) rows" }
    }

    private mutating func put() {
        guard column >= 0 else { return }
        let text = text
        if type == "e" { faults[column] = .error(text) }
        if isFormula, text.isEmpty, type != "str" { faults[column] = .notComputed }
        guard !text.isEmpty || faults[column] != nil else { return }
        guard column < Table.mostColumns else {
            refusal = "it has more than \(Table.mostColumns) columns"
            return
        }
        while cells.count <= column { cells.append("") }
        if type != "e" { cells[column] = CSVReader.trimmed(Array(text.utf8)) }
    }

    /// What the cell shows; of a formula, the value that was computed when it was saved.
    private var text: String {
        switch type {
        case "s": Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
        case "b": value == "1" ? "yes" : "no"
        case "n":
            SerialNumber.text(value, as: styles.kind(style), from1904: countsFrom1904)
        default: value
        }
    }

    private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
}
