import Foundation

/// Programs of the system, as a stranger has them.
enum Tool {
    /// What a bundle may ask for beside a shell.
    private static let stranger = [
        "sh", "base64", "cat", "cut", "head", "mktemp", "rm", "sha256sum", "sort", "tail", "tr",
        "wc",
        "xxd", "ssh-keygen", "openssl",
    ]

    /// Makes a folder with the programs of a stranger and no others.
    static func makeStranger(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for name in stranger {
            let found = ["/usr/bin", "/bin"].map { "\($0)/\(name)" }
                .first { FileManager.default.isExecutableFile(atPath: $0) }
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/\(name)", withDestinationPath: found ?? "/missing/\(name)")
        }
    }

    /// The exit status and what was written to both streams.
    static func run(
        _ script: String, in folder: String, path: String? = nil
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-euc", script]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        if let path { process.environment = ["PATH": path, "HOME": folder] }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
