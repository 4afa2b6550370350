import Foundation
import Synchronization

/// A program of the system, of one process, that serves on ports of loopback while a body runs.
enum LocalProgram {
    struct DidNotStart: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a server, and ends it by its process id.
    ///
    /// - Parameters:
    ///   - path: The program.
    ///   - ports: The ports that it is told to listen on.
    ///   - arguments: What it is told.
    ///   - body: Uses the server once all of its ports accept connections.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws, or that the server did not come up.
    static func with<Value>(
        _ path: String, ports: [Int], _ arguments: [String], _ body: () async throws -> Value
    ) async throws -> Value {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ended, end) = AsyncStream<Void>.makeStream()
        let isOver = Atomic(false)
        process.terminationHandler = { _ in
            isOver.store(true, ordering: .relaxed)
            end.finish()
        }
        try process.run()
        let result: Result<Value, any Error>
        do {
            for port in ports where await !accepts(port, unless: isOver) {
                throw DidNotStart(description: "\(path) does not listen on \(port)")
            }
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        // The signals of the thread that started it are blocked in it too, but for this one.
        kill(process.processIdentifier, SIGKILL)
        for await _ in ended {}
        return try result.get()
    }

    /// Starts anew where a program did not come up: somebody may have taken its port before it did.
    static func again<Value>(_ start: () async throws -> Value) async throws -> Value {
        for _ in 0..<4 {
            do { return try await start() } catch is DidNotStart { continue }
        }
        return try await start()
    }

    /// Waits until a port accepts connections, for a minute at least.
    ///
    /// Looks are counted, and not the time: this task may get none while others block the threads.
    private static func accepts(_ port: Int, unless isOver: borrowing Atomic<Bool>) async -> Bool {
        for _ in 0..<12_000 where !isOver.load(ordering: .relaxed) {
            if LoopbackSocket.accepts(port) { return true }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}
