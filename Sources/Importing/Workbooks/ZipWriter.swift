import CLibZip
import Glibc

/// Makes a ZIP archive in memory: the same bytes for the same files.
enum ZipWriter {
    static func bytes(_ files: [(name: String, content: String)]) throws(ZipArchive.Failure)
        -> [UInt8]
    {
        let failure = ZipArchive.Failure(reason: "it cannot be packed")
        let zip = try ZipLibrary.functions()
        var error = zip_error_t()
        zip.error_init(&error)
        defer { zip.error_fini(&error) }
        guard let target = zip.source_buffer_create(nil, 0, 0, &error) else { throw failure }
        defer { zip.source_free(target) }
        zip.source_keep(target)
        guard let archive = zip.open_from_source(target, ZIP_TRUNCATE, &error) else {
            zip.source_free(target)
            throw failure
        }
        // The bytes are read when the archive is closed.
        let contents = files.map { Array($0.content.utf8) }
        var isWhole = true
        for (file, content) in Swift.zip(files, contents) {
            let copy = UnsafeMutableRawPointer(malloc(max(1, content.count)))
            guard let copy else { isWhole = false; continue }
            content.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress {
                    copy.copyMemory(from: start, byteCount: bytes.count)
                }
            }
            // The archive frees the copy.
            guard let source = zip.source_buffer(archive, copy, zip_uint64_t(content.count), 1)
            else {
                free(copy)
                isWhole = false
                continue
            }
            let index = zip.file_add(archive, file.name, source, ZIP_FL_ENC_UTF_8)
            if index < 0 {
                zip.source_free(source)
                isWhole = false
                continue
            }
            // The first day that the format knows.
            _ = zip.file_set_dostime(archive, zip_uint64_t(index), 0, 33, 0)
        }
        guard isWhole, zip.close(archive) == 0 else {
            if !isWhole { zip.discard(archive) }
            throw failure
        }
        return try content(of: target, zip)
    }

    private static func content(
        of source: OpaquePointer, _ zip: clibzip
    ) throws(ZipArchive.Failure) -> [UInt8] {
        guard zip.source_open(source) == 0 else {
            throw ZipArchive.Failure(reason: "it cannot be packed")
        }
        defer { _ = zip.source_close(source) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                zip.source_read(source, $0.baseAddress, zip_uint64_t($0.count))
            }
            guard count > 0 else { return bytes }
            bytes += buffer[..<Int(count)]
        }
    }
}
