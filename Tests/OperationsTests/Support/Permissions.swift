import Foundation

/// The permission bits of a file.
enum Permissions {
    static func set(_ bits: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
    }
}
