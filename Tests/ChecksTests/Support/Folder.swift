import Foundation

/// A folder of its own for a test.
struct Folder: Sendable {
    let path: String

    /// Makes the folder for as long as the body runs.
    static func temporary<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
        let path = NSTemporaryDirectory() + "readiness-checks-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(Folder(path: path))
    }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file with a mode.
    func write(_ name: String, _ content: some Sequence<UInt8>, mode: Int = 0o644) throws {
        try Data(content).write(to: URL(fileURLWithPath: path(name)))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    }
}
