import Characters

/// Writes a table as a workbook with one sheet, whose cells are all texts: nothing is computed.
package enum WorkbookWriter {
    /// The bytes: the same for the same table; nil where there is no memory for them.
    package static func bytes(_ rows: [[String]], sheet: String) -> [UInt8]? {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        return try? ZipWriter.bytes([
            (
                "[Content_Types].xml",
                head + "<Types xmlns=\"\(package)/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(kind).worksheet+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                head
                    + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
                    + "<sheet name=\"\(escaped(name(sheet)))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                head
                    + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                head + "<worksheet xmlns=\"\(main)\"><sheetData>"
                    + rows.enumerated().map { row(number: $0 + 1, $1) }.joined()
                    + "</sheetData></worksheet>"
            ),
        ])
    }

    private static func row(number: Int, _ cells: [String]) -> String {
        let texts = cells.enumerated().map { column, cell in
            "<c r=\"\(TableMistake.letters(column))\(number)\" t=\"inlineStr\"><is>"
                + "<t xml:space=\"preserve\">\(escaped(cell))</t></is></c>"
        }
        return "<row r=\"\(number)\">\(texts.joined())</row>"
    }

    /// A name that a sheet may have: at most 31 signs, and not these.
    private static func name(_ text: String) -> String {
        let name = text.filter { !"[]:*?/\\'".contains($0) }.prefix(31)
        return name.isEmpty ? "Plan" : String(name)
    }

    /// Text on one line in which all can be seen, so that XML 1.0 may hold it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.line(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
