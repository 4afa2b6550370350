import Foundation
import Subprocess
import SystemPackage
import Testing

/// A folder of its own for a test, in which it runs programs with an environment of their own.
struct Workspace: Sendable {
    /// What the test writes and where programs run.
    let folder: String

    /// Makes the folder for as long as the body runs.
    static func with<Result>(_ body: (Workspace) async throws -> Result) async throws -> Result {
        // The system's own name of the folder, so that paths in messages can be foreseen.
        let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        let folder = "\(parent)/readiness-cli-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(Workspace(folder: folder))
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Writes a file and makes the folders that it lies in.
    func write(_ name: String, _ text: String) throws {
        try makeFolder((name as NSString).deletingLastPathComponent)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: path(name), withIntermediateDirectories: true)
    }

    /// The names of everything in a folder, in order.
    func names(in name: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    }

    /// Runs `readiness` in the folder.
    func readiness(
        _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await run(try ReadinessProgram.path(), arguments, environment)
    }

    /// Runs a script of the shell in the folder; `$READINESS` is the program.
    func shell(_ script: String, environment: [String: String] = [:]) async throws -> Outcome {
        try await run("/bin/sh", ["-c", script], environment)
    }

    /// Runs `readiness`, sends it a signal once standard error has a text, and waits for its end.
    func readiness(
        _ arguments: String..., interruptedBy signal: Signal, once text: String
    ) async throws -> (outcome: Outcome, duration: Duration) {
        let result = try await Subprocess.run(
            .path(FilePath(try ReadinessProgram.path())), arguments: Arguments(arguments),
            environment: self.environment([:]), workingDirectory: FilePath(folder), input: .none,
            output: .string(limit: 1 << 20), error: .sequence
        ) { execution in
            var seen = ""
            var sent: ContinuousClock.Instant?
            for try await buffer in execution.standardError {
                seen += buffer.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
                guard sent == nil, seen.contains(text) else { continue }
                try execution.send(signal: signal)
                sent = ContinuousClock().now
            }
            return (seen, sent?.duration(to: ContinuousClock().now) ?? .seconds(3600))
        }
        let (errors, duration) = result.closureResult
        let outcome = Outcome(
            status: Self.status(result.terminationStatus), stdout: result.standardOutput,
            stderr: errors)
        return (outcome, duration)
    }

    private func run(
        _ program: String, _ arguments: [String], _ environment: [String: String]
    ) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments),
            environment: self.environment(environment), workingDirectory: FilePath(folder),
            input: .none, output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
        return Outcome(
            status: Self.status(result.terminationStatus), stdout: result.standardOutput,
            stderr: result.standardError)
    }

    private func environment(_ own: [String: String]) throws -> Environment {
        var all = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HOME": path("home"), "XDG_STATE_HOME": path("state"), "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "TERM": "xterm", "READINESS": try ReadinessProgram.path(),
        ]
        all.merge(own) { _, own in own }
        var keys: [Environment.Key: String] = [:]
        for (name, value) in all { keys[try #require(Environment.Key(rawValue: name))] = value }
        return .custom(keys)
    }

    private static func status(_ status: TerminationStatus) -> Int {
        switch status {
        case .exited(let code): Int(code)
        case .signaled(let number): 128 + Int(number)
        }
    }
}
