import Foundation

/// A file that has a size and takes no room.
enum SparseFile {
    static func make(_ path: String, size: Int) throws {
        try Data().write(to: URL(fileURLWithPath: path))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: UInt64(size))
        try file.close()
    }
}
