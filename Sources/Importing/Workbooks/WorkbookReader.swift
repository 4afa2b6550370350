import XML

/// Reads a sheet of an Office Open XML workbook (ECMA-376 part 1, section 18).
enum WorkbookReader {
    /// The table of a sheet; nil takes the first one.
    static func table(_ bytes: [UInt8], sheet name: String?) throws(TableMistake) -> Table {
        do throws(ZipArchive.Failure) {
            return try bytes.withUnsafeBytes { buffer in
                Result { () throws(ZipArchive.Failure) in
                    let archive = try ZipArchive(buffer)
                    return try Workbook(archive).table(name, archive)
                }
            }.get()
        } catch {
            if let found = error.sheets, let name {
                throw TableMistake(.noSheet(name, known: found))
            }
            throw TableMistake(.notAWorkbook(error.reason))
        }
    }
}

/// What a workbook says of its sheets and texts.
private struct Workbook {
    private var sheets: [(name: String, relation: String)] = []
    private var targets: [String: String] = [:]
    private var texts: [String] = []

    init(_ archive: borrowing ZipArchive) throws(ZipArchive.Failure) {
        var sheets: [(name: String, relation: String)] = []
        try Self.read("xl/workbook.xml", archive) { event in
            if case .start("sheet", let attributes) = event, sheets.count < 1000 {
                sheets.append((attributes["name"] ?? "", attributes["id"] ?? ""))
            }
            return true
        }
        var targets: [String: String] = [:]
        try Self.read("xl/_rels/workbook.xml.rels", archive) { event in
            if case .start("Relationship", let attributes) = event, targets.count < 10_000,
                let id = attributes["Id"], let target = attributes["Target"]
            {
                targets[id] = target
            }
            return true
        }
        self.sheets = sheets
        self.targets = targets
        // A workbook without texts has no such file.
        guard targets.values.contains(where: { $0.hasSuffix("sharedStrings.xml") }) else { return }
        var texts: [String] = []
        var collector = TextCollector()
        var total = 0
        try Self.read("xl/sharedStrings.xml", archive) { event in
            if let text = collector.take(event, within: "si") {
                texts.append(text)
                total += text.utf8.count
            }
            return total < Table.mostBytes && texts.count < 1_000_000
        }
        self.texts = texts
    }

    func table(
        _ name: String?, _ archive: borrowing ZipArchive
    ) throws(ZipArchive.Failure) -> Table {
        guard let sheet = name.map({ name in sheets.first { $0.name == name } }) ?? sheets.first
        else {
            throw ZipArchive.Failure(reason: "it has no such sheet", sheets: sheets.map(\.name))
        }
        guard let target = targets[sheet.relation] else {
            throw ZipArchive.Failure(reason: "its sheet \(sheet.name) is missing")
        }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        var reader = SheetReader(texts: texts)
        try Self.read(path, archive) { reader.take($0) }
        if let refusal = reader.refusal { throw ZipArchive.Failure(reason: refusal) }
        guard !reader.rows.isEmpty else { throw ZipArchive.Failure(reason: "the sheet is empty") }
        return Table(sheet: sheet.name, rows: reader.rows)
    }

    private static func read(
        _ name: String, _ archive: borrowing ZipArchive, _ take: @escaping (XMLEvents.Event) -> Bool
    ) throws(ZipArchive.Failure) {
        try withoutActuallyEscaping(take) { take throws(ZipArchive.Failure) in
            guard let events = XMLEvents(droppingPrefixes: true, take) else {
                throw ZipArchive.Failure(reason: "there is no memory for \(name)")
            }
            var wants = true
            try archive.read(name, limit: Table.mostBytes * 2) { piece throws(ZipArchive.Failure) in
                if wants { wants = events.feed(piece, isLast: false) }
            }
            if wants { _ = events.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }
            if let refusal = events.refusal {
                throw ZipArchive.Failure(reason: "\(name) in it cannot be read: \(refusal)")
            }
        }
    }
}

/// Gathers the runs of a text into one; phonetic hints are left out.
private struct TextCollector {
    private var text = ""
    private var isWithin = false
    private var isInRun = false
    private var hints = 0

    /// The text where it has just ended.
    mutating func take(_ event: XMLEvents.Event, within element: String) -> String? {
        switch event {
        case .start(let name, _):
            if name == element { (isWithin, text) = (true, "") }
            if name == "rPh" { hints += 1 }
            if name == "t" { isInRun = isWithin && hints == 0 }
        case .end(let name):
            if name == "t" { isInRun = false }
            if name == "rPh" { hints -= 1 }
            if name == element, isWithin {
                isWithin = false
                return text
            }
        case .text(let piece):
            if isInRun, text.utf8.count < Table.mostBytesOfACell { text += piece }
        }
        return nil
    }
}

/// Takes the cells of a sheet.
private struct SheetReader {
    let texts: [String]
    private(set) var rows: [Table.Row] = []
    private(set) var refusal: String?
    private var number = 0
    private var cells: [String] = []
    private var column = 0
    private var type = ""
    private var value = ""
    private var isInValue = false
    private var inline = TextCollector()

    init(texts: [String]) { self.texts = texts }

    /// Takes an event; tells whether more are wanted.
    mutating func take(_ event: XMLEvents.Event) -> Bool {
        if let text = inline.take(event, within: "is") { value = text }
        switch event {
        case .start("row", let attributes):
            number = attributes["r"].flatMap { Int($0) } ?? number + 1
            (cells, column) = ([], -1)
        case .start("c", let attributes):
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            (type, value) = (attributes["t"] ?? "n", "")
        case .start("v", _): isInValue = true
        case .text(let piece):
            if isInValue, value.utf8.count < Table.mostBytesOfACell { value += piece }
        case .end("v"): isInValue = false
        case .end("c"): put()
        case .end("row"):
            if cells.contains(where: { !$0.isEmpty }) {
                rows.append(Table.Row(number: number, cells: cells))
            }
            if rows.count > Table.mostRows { refusal = "it has more than \(Table.mostRows) rows" }
        case .end("sheetData"): return false
        default: break
        }
        return refusal == nil
    }

    private mutating func put() {
        guard column >= 0 else { return }
        let text = text
        guard !text.isEmpty else { return }
        guard column < Table.mostColumns else {
            refusal = "it has more than \(Table.mostColumns) columns"
            return
        }
        while cells.count <= column { cells.append("") }
        cells[column] = CSVReader.trimmed(Array(text.utf8))
    }

    /// What the cell shows; of a formula, the value that was computed when it was saved.
    private var text: String {
        switch type {
        case "s": return Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
        case "b": return value == "1" ? "yes" : "no"
        case "e": return ""
        default: return value
        }
    }

    /// From 0, of a place such as `AB12`.
    private static func column(_ place: String) -> Int? {
        var column = 0
        for byte in place.utf8.prefix(while: { (65...90).contains($0) }).prefix(4) {
            column = column * 26 + Int(byte - 64)
        }
        return column > 0 ? column - 1 : nil
    }
}
