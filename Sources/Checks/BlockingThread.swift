import Foundation

/// Runs blocking calls on threads of their own, so that they never hold up the cooperative pool.
package enum BlockingThread {
    /// Runs `work` on a new thread.
    ///
    /// Cancelling the task ends the patience of the work; its result is awaited all the same.
    package static func run<Value: Sendable>(
        _ timeout: Duration, _ work: @escaping @Sendable (Patience) -> Value
    ) async -> Value {
        let patience = Patience(timeout)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread { continuation.resume(returning: work(patience)) }
                thread.stackSize = 1 << 20
                thread.start()
            }
        } onCancel: {
            patience.stop()
        }
    }
}
