import CLibZip

/// The system's libzip, loaded when the first workbook is opened or made.
enum ZipLibrary {
    private static let shared: clibzip? = {
        var found = clibzip()
        return clibzip_load(&found) == 1 ? found : nil
    }()

    /// Its functions; throws where this machine has none that is usable.
    static func functions() throws(ZipArchive.Failure) -> clibzip {
        guard let shared else {
            throw ZipArchive.Failure(reason: "libzip is missing (Debian package libzip4)")
        }
        return shared
    }
}
