import Dispatch
import Foundation

/// Ends work in an orderly way on SIGINT and SIGTERM.
enum Interruption {
    /// Runs work as a task that the first signal cancels; a second one ends the program at once.
    static func run<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Unstructured, because the signal handlers must hold what they cancel; awaited below.
        let task = Task { try await work() }
        let numbers = [SIGINT, SIGTERM]
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { ExitStatus.leave(.interrupted) }
                task.cancel()
            }
            source.resume()
            return source
        }
        defer {
            sources.forEach { $0.cancel() }
            numbers.forEach { signal($0, SIG_DFL) }
        }
        return try await task.value
    }
}
