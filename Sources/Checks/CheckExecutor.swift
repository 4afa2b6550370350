/// Runs tasks on threads that may block, so that a blocking call needs no other thread.
///
/// A task that prefers this executor is handed over to a thread once, and not for each of its calls.
final class CheckExecutor: TaskExecutor {
    static let shared = CheckExecutor()

    private init() {}

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        CheckThreads.start {
            job.runSynchronously(on: self.asUnownedTaskExecutor())
            return {}
        }
    }

    /// The current task is run by this executor, so that it may block.
    static var isCurrent: Bool {
        withUnsafeCurrentTask { $0?.unownedTaskExecutor == shared.asUnownedTaskExecutor() }
    }
}
