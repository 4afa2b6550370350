import Glibc

/// A file that is read, changed and written back, where nobody else changed it meanwhile.
///
/// A link stays a link: what it leads to is written. The permissions stay.
package struct EditedFile: Sendable {
    /// The file itself, without links.
    private let path: String
    private let limit: Int
    private let mode: UInt32
    /// As they were read.
    package let bytes: [UInt8]

    /// Reads at most `limit` bytes; a larger file is a failure.
    package init(path: String, limit: Int) throws(FileFailure) {
        let file = try RegularFile(path: path)
        guard let end = realpath(path, nil) else { throw .last }
        defer { free(end) }
        self.path = String(cString: end)
        self.limit = limit
        mode = file.mode
        bytes = try file.bytes(limit: limit)
    }

    /// Writes other bytes in their place; a file that is another one by now stays as it is.
    package func replace(with new: [UInt8]) throws(FileFailure) {
        guard try RegularFile(path: path).bytes(limit: limit) == bytes else { throw .changed }
        try WholeFile.write(new, to: path, permissions: mode)
    }
}
