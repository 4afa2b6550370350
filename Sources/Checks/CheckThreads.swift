import Foundation
import Synchronization

/// Runs blocking calls on threads of their own, so that they never hold up the cooperative pool.
///
/// A thread that is done waits for the next call: starting one costs as much as a short check.
package enum CheckThreads {
    /// What a thread does; what it returns is done once the thread may be given the next call.
    typealias Call = @Sendable () -> (@Sendable () -> Void)

    /// A thread, which has at most one call at a time.
    private final class Worker: Sendable {
        private let call = Mutex<Call?>(nil)
        private let isGiven = DispatchSemaphore(value: 0)

        func give(_ call: @escaping Call) {
            self.call.withLock { $0 = call }
            isGiven.signal()
        }

        /// The next call; nil where none came for a while.
        func next() -> Call? {
            guard isGiven.wait(timeout: .now() + CheckThreads.rest) == .success else { return nil }
            return call.withLock { $0.take() }
        }
    }

    /// How long a thread without a call stays.
    private static let rest = DispatchTimeInterval.seconds(5)

    /// The threads that have no call.
    private static let idle = Mutex<[Worker]>([])

    /// Runs `work` on a thread, within a deadline that begins now; on the current one where that may
    /// block.
    ///
    /// Cancelling the task stops the deadline; the result is awaited all the same.
    package static func run<Value: Sendable>(
        _ timeout: Duration, _ work: @escaping @Sendable (Deadline) -> Value
    ) async -> Value {
        let deadline = Deadline(timeout)
        return await withTaskCancellationHandler {
            if CheckExecutor.isCurrent { return work(deadline) }
            return await withCheckedContinuation { continuation in
                start {
                    let value = work(deadline)
                    return { continuation.resume(returning: value) }
                }
            }
        } onCancel: {
            deadline.stop()
        }
    }

    /// Runs a call that the system may never end, such as one about a file system that hangs, and
    /// leaves its thread behind where it does not end in time.
    ///
    /// - Returns: Nil where the deadline is over first.
    static func abandonable<Value: Sendable>(
        _ deadline: Deadline, _ work: @escaping @Sendable () -> Value
    ) -> Value? {
        let answer = Answer<Value>()
        start {
            answer.give(work())
            return {}
        }
        while !deadline.isOver {
            if let value = answer.wait(milliseconds: Int(deadline.slice)) { return value }
        }
        return nil
    }

    /// What another thread says.
    private final class Answer<Value: Sendable>: Sendable {
        private let value = Mutex<Value?>(nil)
        private let isGiven = DispatchSemaphore(value: 0)

        func give(_ value: Value) {
            self.value.withLock { $0 = value }
            isGiven.signal()
        }

        func wait(milliseconds: Int) -> Value? {
            guard isGiven.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else {
                return nil
            }
            return value.withLock { $0 }
        }
    }

    /// Runs a call on a thread that has none, or on a new one.
    static func start(_ call: @escaping Call) {
        if let worker = idle.withLock({ $0.popLast() }) { return worker.give(call) }
        let worker = Worker()
        worker.give(call)
        let thread = Thread { live(worker) }
        thread.stackSize = 1 << 20
        thread.start()
    }

    private static func live(_ worker: Worker) {
        while true {
            if let call = worker.next() {
                let finish = call()
                idle.withLock { $0.append(worker) }
                finish()
            } else if idle.withLock({ leave(worker, &$0) }) {
                return
            }
        }
    }

    /// Takes a thread out of those that may be given a call; false where one was given meanwhile.
    private static func leave(_ worker: Worker, _ idle: inout [Worker]) -> Bool {
        guard let place = idle.firstIndex(where: { $0 === worker }) else { return false }
        idle.remove(at: place)
        return true
    }
}
