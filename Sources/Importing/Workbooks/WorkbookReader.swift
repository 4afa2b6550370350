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
            guard error != Workbook.emptySheet else {
                throw TableMistake(sheet: name ?? "", .noRows)
            }
            throw TableMistake(.notAWorkbook(error.reason))
        }
    }
}
