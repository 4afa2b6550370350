import CLibZip

/// The files of a ZIP archive that is held in memory, read with limits.
struct ZipArchive: ~Copyable {
    /// The end of a sentence.
    struct Failure: Error, Hashable {
        let reason: String
        /// The sheets that there are, where another one was asked for.
        var sheets: [String]?
    }

    private let archive: OpaquePointer
    private let zip: clibzip

    /// Opens the bytes, which have to outlive it.
    init(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        let zip = try ZipLibrary.functions()
        var error = zip_error_t()
        zip.error_init(&error)
        defer { zip.error_fini(&error) }
        guard let start = bytes.baseAddress,
            let source = zip.source_buffer_create(start, zip_uint64_t(bytes.count), 0, &error)
        else { throw Failure(reason: "it is empty") }
        guard let archive = zip.open_from_source(source, ZIP_RDONLY, &error) else {
            zip.source_free(source)
            throw Failure(reason: "it is no ZIP archive")
        }
        self.archive = archive
        self.zip = zip
    }

    deinit { zip.discard(archive) }

    /// Hands over a file in pieces; whatever it says of itself, it may hold no more bytes unpacked
    /// than the limit.
    func read(
        _ name: String, limit: Int, _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        guard let file = zip.fopen(archive, name, 0) else {
            throw Failure(reason: "it holds no \(name)")
        }
        defer { _ = zip.fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = zip.fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
            guard count >= 0 else { throw Failure(reason: "\(name) in it is damaged") }
            guard count > 0 else { return }
            total += Int(count)
            guard total <= limit else {
                throw Failure(reason: "\(name) in it is larger than \(limit) bytes")
            }
            try take(
                UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<Int(count)]))
        }
    }
}
