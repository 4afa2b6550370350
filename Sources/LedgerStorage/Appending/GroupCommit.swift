import Rollout
import Synchronization

/// Gathers appends that arrive while a commit is under way, so that they share the next one.
///
/// One commit is one wait for the disk, however many callers it serves.
final class GroupCommit: Sendable {
    /// What became of each request, in their order.
    typealias Commit = @Sendable ([AppendRequest]) -> [Result<[Entry], any Error>]

    private typealias Waiting = (
        request: AppendRequest, continuation: CheckedContinuation<[Entry], any Error>
    )

    private let thread: LedgerThread
    private let commit: Commit
    private let waiting = Mutex<[Waiting]>([])

    /// The commit is called on the thread, with at least one request.
    init(on thread: LedgerThread, _ commit: @escaping Commit) {
        self.thread = thread
        self.commit = commit
    }

    /// Stores the drafts of a request together with those of others.
    func append(_ request: AppendRequest) async throws -> [Entry] {
        try await withCheckedThrowingContinuation { continuation in
            let isFirst = waiting.withLock { waiting in
                waiting.append((request, continuation))
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
        for (result, waiter) in zip(commit(group.map(\.request)), group) {
            waiter.continuation.resume(with: result)
        }
    }
}
