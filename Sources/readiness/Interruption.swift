import Dispatch
import Foundation
import Synchronization

/// Ends work in an orderly way on SIGINT and SIGTERM, and on SIGHUP where the terminal goes.
enum Interruption {
    /// How long the work may take to end before another signal ends the program at once.
    ///
    /// Somebody who presses Ctrl-C twice must not leave commands behind, which are given half a
    /// second to end by themselves.
    private static let grace = Duration.seconds(2)

    /// Runs work as a task that the first signal cancels.
    static func run<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Unstructured, because the signal handlers must hold what they cancel; awaited below.
        let task = Task { try await work() }
        let signals = FirstSignal()
        // Under nohup the work goes on without a terminal.
        let numbers = [SIGINT, SIGTERM] + (isIgnored(SIGHUP) ? [] : [SIGHUP])
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                task.cancel()
                if signals.age() > grace { ExitStatus.leave(.interrupted) }
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

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return action.__sigaction_handler.sa_handler.map {
            unsafeBitCast($0, to: Int.self) == 1
        } ?? false
    }

    /// When the first signal came.
    private final class FirstSignal: Sendable {
        private let time = Mutex<ContinuousClock.Instant?>(nil)

        /// How long ago the first signal came; asked by every signal.
        func age() -> Duration {
            let now = ContinuousClock().now
            return time.withLock { first in
                let start = first ?? now
                first = start
                return start.duration(to: now)
            }
        }
    }
}
