import Dispatch

/// A thread for work that waits for files, one piece after the other.
///
/// Tasks share as many threads as there are processors; a read from a slow disk on one of them
/// would hold up everybody else.
package struct LedgerThread: Sendable {
    package init() {}

    private let queue = DispatchQueue(label: "ledger")

    /// Does the work and hands back what it returns or throws.
    package func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }

    /// Does the work after what was started before it, and waits for nothing.
    package func start(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }
}
