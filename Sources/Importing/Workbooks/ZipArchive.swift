import CLibZip
import Glibc

/// The files of a ZIP archive that is held in memory, read with limits.
struct ZipArchive: ~Copyable {
    /// The end of a sentence.
    struct Failure: Error, Hashable {
        let reason: String
        /// The sheets that there are, where another one was asked for.
        var sheets: [String]?
    }

    private let archive: OpaquePointer

    /// Opens the bytes, which have to outlive it.
    init(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let start = bytes.baseAddress,
            let source = zip_source_buffer_create(start, zip_uint64_t(bytes.count), 0, &error)
        else { throw Failure(reason: "it is empty") }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw Failure(reason: "it is no ZIP archive")
        }
        self.archive = archive
    }

    deinit { zip_discard(archive) }

    /// Hands over a file in pieces; whatever it says of itself, it may hold no more bytes unpacked
    /// than the limit.
    func read(
        _ name: String, limit: Int, _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        guard let file = zip_fopen(archive, name, 0) else {
            throw Failure(reason: "it holds no \(name)")
        }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
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

/// Makes a ZIP archive in memory: the same bytes for the same files.
enum ZipWriter {
    static func bytes(_ files: [(name: String, content: String)]) throws(ZipArchive.Failure)
        -> [UInt8]
    {
        let failure = ZipArchive.Failure(reason: "it cannot be packed")
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure }
        defer { zip_source_free(target) }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw failure
        }
        // The bytes are read when the archive is closed.
        let contents = files.map { Array($0.content.utf8) }
        var isWhole = true
        for (file, content) in zip(files, contents) {
            let copy = UnsafeMutableRawPointer(malloc(max(1, content.count)))
            guard let copy else { isWhole = false; continue }
            content.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress {
                    copy.copyMemory(from: start, byteCount: bytes.count)
                }
            }
            // The archive frees the copy.
            guard let source = zip_source_buffer(archive, copy, zip_uint64_t(content.count), 1)
            else {
                free(copy)
                isWhole = false
                continue
            }
            let index = zip_file_add(archive, file.name, source, ZIP_FL_ENC_UTF_8)
            if index < 0 {
                zip_source_free(source)
                isWhole = false
                continue
            }
            // The first day that the format knows.
            zip_file_set_dostime(archive, zip_uint64_t(index), 0, 33, 0)
        }
        guard isWhole, zip_close(archive) == 0 else {
            if !isWhole { zip_discard(archive) }
            throw failure
        }
        return try content(of: target)
    }

    private static func content(of source: OpaquePointer) throws(ZipArchive.Failure) -> [UInt8] {
        guard zip_source_open(source) == 0 else {
            throw ZipArchive.Failure(reason: "it cannot be packed")
        }
        defer { zip_source_close(source) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count))
            }
            guard count > 0 else { return bytes }
            bytes += buffer[..<Int(count)]
        }
    }
}
