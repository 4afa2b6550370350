import Foundation
import Subprocess
import SystemPackage

/// A `readiness-server` that runs while a test does.
enum RunningServer {
    /// It ended before it listened, or never said that it does.
    struct NotListening: Error {
        let said: String
    }

    /// Starts it on a free port with the data of a folder, and ends it when the body is done.
    static func with<Result: Sendable>(
        _ workspace: Workspace, data: String, _ arguments: String...,
        body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> Result {
        let readiness = URL(fileURLWithPath: try ReadinessProgram.path())
        let program = readiness.deletingLastPathComponent().path + "/readiness-server"
        let words =
            ["--data", data, "--listen", "127.0.0.1:0", "--log", "log.test/2026"] + arguments
        let log = try FileDescriptor.open(
            FilePath(workspace.path("requests")), .writeOnly, options: [.create, .append],
            permissions: .ownerReadWrite)
        let ended = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(words),
            workingDirectory: FilePath(workspace.folder), input: .none, output: .sequence,
            error: .fileDescriptor(log, closeAfterSpawningProcess: true)
        ) { execution in
            defer { try? execution.send(signal: .terminate) }
            var said = ""
            for try await buffer in execution.standardOutput {
                said += buffer.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
                guard said.hasSuffix("\n"), let colon = said.lastIndex(of: ":"),
                    let port = Int(said[said.index(after: colon)...].dropLast())
                else { continue }
                return try await body(port)
            }
            throw NotListening(said: said)
        }
        return ended.closureResult
    }
}
