import Foundation

/// The permission bits of files.
enum Permissions {
    static func of(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    static func set(_ bits: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
    }
}
