import XML

/// What a workbook says of its sheets and texts.
struct Workbook {
    private struct Sheet {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private let sheets: [Sheet]
    private let targets: [String: String]
    private let texts: [String]
    private let styles: CellStyles
    private let countsFrom1904: Bool

    init(_ archive: borrowing ZipArchive) throws(ZipArchive.Failure) {
        var sheets: [Sheet] = []
        var countsFrom1904 = false
        try Self.read("xl/workbook.xml", archive) { event in
            if case .start("sheet", let attributes) = event, sheets.count < 1000 {
                sheets.append(
                    Sheet(
                        name: attributes["name"] ?? "", relation: attributes["id"] ?? "",
                        isHidden: (attributes["state"] ?? "visible") != "visible"))
            }
            if case .start("workbookPr", let attributes) = event {
                countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
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
        self.countsFrom1904 = countsFrom1904
        // A workbook without texts, or without formats, has no such file.
        texts =
            targets.values.contains { $0.hasSuffix("sharedStrings.xml") }
            ? try Self.texts(archive) : []
        var styles = CellStyles()
        if targets.values.contains(where: { $0.hasSuffix("styles.xml") }) {
            try Self.read("xl/styles.xml", archive) { styles.take($0) }
        }
        self.styles = styles
    }

    private static func texts(
        _ archive: borrowing ZipArchive
    ) throws(ZipArchive.Failure) -> [String] {
        var texts: [String] = []
        var collector = TextCollector()
        var total = 0
        try read("xl/sharedStrings.xml", archive) { event in
            if let text = collector.take(event, within: "si") {
                texts.append(text)
                total += text.utf8.count
            }
            return total < Table.mostBytes && texts.count < 1_000_000
        }
        return texts
    }

    func table(
        _ name: String?, _ archive: borrowing ZipArchive
    ) throws(ZipArchive.Failure) -> Table {
        if let name {
            guard let sheet = sheets.first(where: { $0.name == name }) else {
                throw ZipArchive.Failure(reason: "it has no such sheet", sheets: sheets.map(\.name))
            }
            guard let table = try table(sheet, archive) else { throw Self.emptySheet }
            return table
        }
        let visible = sheets.filter { !$0.isHidden }
        // A new workbook begins with an empty sheet, which people leave where it is.
        for sheet in (visible.isEmpty ? sheets : visible).prefix(Self.mostTried) {
            if let table = try table(sheet, archive) { return table }
        }
        throw sheets.isEmpty ? ZipArchive.Failure(reason: "it has no sheet") : Self.emptySheet
    }

    static let emptySheet = ZipArchive.Failure(reason: "the sheet is empty")
    /// More sheets than this are not looked through for one that holds something.
    static let mostTried = 20

    /// What a sheet holds; nil where it is empty.
    private func table(
        _ sheet: Sheet, _ archive: borrowing ZipArchive
    ) throws(ZipArchive.Failure) -> Table? {
        guard let target = targets[sheet.relation] else {
            throw ZipArchive.Failure(reason: "its sheet \(sheet.name) is missing")
        }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        var reader = SheetReader(texts: texts, styles: styles, countsFrom1904: countsFrom1904)
        try Self.read(path, archive) { reader.take($0) }
        if let refusal = reader.refusal { throw ZipArchive.Failure(reason: refusal) }
        var table = Table(sheet: sheet.name, rows: reader.table)
        guard !table.rows.isEmpty else { return nil }
        let others = sheets.filter { $0.name != sheet.name }
        table.others = others.filter { !$0.isHidden }.map(\.name)
        table.hiddenSheets = others.filter(\.isHidden).map(\.name)
        table.hiddenRows = reader.hiddenRows
        table.hiddenColumns = reader.hiddenColumns.sorted()
        table.countsFrom1904 = countsFrom1904
        return table
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
