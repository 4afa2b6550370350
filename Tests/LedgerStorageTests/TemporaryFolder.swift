import Foundation

/// Runs some work with the path of a new folder that is removed afterwards.
func withTemporaryFolder<Value>(_ work: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("ledger-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await work(folder)
}

/// The names of everything in a folder, in order.
func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// The nine lowest bits of a file's mode, in octal.
func permissions(of path: String) throws -> String {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return String(attributes[.posixPermissions] as? Int ?? -1, radix: 8)
}
