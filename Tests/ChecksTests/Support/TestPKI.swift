import Foundation

/// The certificates that Tests/Support/make-pki makes, in a folder that goes when the tests end.
enum TestPKI {
    /// The folder; made on first use.
    static let folder: String = {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("readiness-pki-\(ProcessInfo.processInfo.processIdentifier)")
            .path
        atexit { try? FileManager.default.removeItem(atPath: TestPKI.folder) }
        let process = Process()
        process.executableURL = script
        process.arguments = [folder]
        // The script says something only where it fails, and then less than a pipe holds.
        try? process.run()
        process.waitUntilExit()
        return folder
    }()

    private static let script = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Support/make-pki")

    static func path(_ name: String) -> String { "\(folder)/\(name)" }
}
