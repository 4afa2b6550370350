import Synchronization

/// Gathers appends that arrive while a commit is under way, so that they share the next one.
///
/// One commit is one wait for the disk, however many callers it serves.
package final class GroupCommit<Request: Sendable, Value: Sendable>: Sendable {
    /// What became of each request, in their order.
    package typealias Commit = @Sendable ([Request]) -> [Result<Value, any Error>]

    private typealias Waiting = (
        requests: [Request], continuation: CheckedContinuation<[Result<Value, any Error>], Never>
    )

    private let thread: LedgerThread
    private let commit: Commit
    private let waiting = Mutex<[Waiting]>([])

    /// The commit is called on the thread, with at least one request.
    package init(on thread: LedgerThread, _ commit: @escaping Commit) {
        self.thread = thread
        self.commit = commit
    }

    /// Has a request carried out together with those of others.
    package func append(_ request: Request) async throws -> Value {
        try await append([request])[0].get()
    }

    /// Has requests carried out in their order, with nothing of others between them.
    package func append(_ requests: [Request]) async -> [Result<Value, any Error>] {
        guard !requests.isEmpty else { return [] }
        return await withCheckedContinuation { continuation in
            let isFirst = waiting.withLock { waiting in
                waiting.append((requests, continuation))
                return waiting.count == 1
            }
            // The first one calls for the next commit, which takes all who came by then.
            if isFirst { thread.start { self.flush() } }
        }
    }

    private func flush() {
        let group = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        var results = commit(group.flatMap(\.requests))[...]
        for waiter in group {
            waiter.continuation.resume(returning: Array(results.prefix(waiter.requests.count)))
            results = results.dropFirst(waiter.requests.count)
        }
    }
}
