import Foundation
import Synchronization

/// An `openssl s_server` on a port of loopback that the system chose.
enum OpenSSLServer {
    /// The server did not come up.
    struct Failure: Error {
        let output: String
    }

    /// Runs a server while the body runs, and stops it by its process id.
    static func with<Value>(
        certificate name: String, _ arguments: [String] = [],
        _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let chain = TestPKI.path("\(name)-chain.pem")
        let hasChain = FileManager.default.fileExists(atPath: chain)
        return try await with(
            arguments: [
                "-cert", TestPKI.path("\(name).pem"), "-key", TestPKI.path("\(name).key"),
            ] + (hasChain ? ["-cert_chain", chain] : []) + arguments, body)
    }

    /// Runs a server whose arguments say which certificate it has.
    static func with<Value>(
        arguments: [String], _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // -www keeps it from reading its standard input, whose end would end a session.
        process.arguments =
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        // Waiting in a call would need the run loop of the thread that started the process.
        let (ended, end) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(try await port(from: pipe)))
        } catch {
            result = .failure(error)
        }
        kill(process.processIdentifier, SIGKILL)
        for await _ in ended {}
        pipe.fileHandleForReading.readabilityHandler = nil
        return try result.get()
    }

    /// The port that the server says it listens on; the pipe is drained for as long as it is open.
    private static func port(from pipe: Pipe) async throws -> Int {
        let lines = AsyncStream<String> { stream in
            let output = Mutex("")
            pipe.fileHandleForReading.readabilityHandler = { handle in
                let data = handle.availableData
                if data.isEmpty {
                    handle.readabilityHandler = nil
                    stream.finish()
                }
                stream.yield(
                    output.withLock { text in
                        text += String(decoding: data, as: UTF8.self)
                        return text
                    })
            }
        }
        var last = ""
        for await output in lines {
            last = output
            guard let found = output.range(of: "ACCEPT 127.0.0.1:") else { continue }
            let digits = output[found.upperBound...]
            guard let end = digits.firstIndex(where: \.isNewline) else { continue }
            if let port = Int(digits[..<end]) { return port }
        }
        throw Failure(output: last)
    }
}
