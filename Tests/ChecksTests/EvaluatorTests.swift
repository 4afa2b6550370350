import CanonicalJSON
import Checks
import Rollout
import Synchronization
import Testing

@Suite("Carrying out a plan")
struct EvaluatorTests {
    /// Where checks wait for each other.
    private actor Gate {
        /// Those between their coming and their going.
        private var inside = 0
        private(set) var most = 0
        private(set) var begun: [String] = []
        private var waiting: [CheckedContinuation<Void, Never>] = []
        private let size: Int

        init(size: Int) {
            self.size = size
        }

        /// Holds everyone until so many have come.
        func pass(_ name: String) async {
            begun.append(name)
            inside += 1
            most = max(most, inside)
            if waiting.count < size - 1 {
                await withCheckedContinuation { waiting.append($0) }
            } else {
                waiting.forEach { $0.resume() }
                waiting = []
            }
            inside -= 1
        }
    }

    private struct Refusal: Error {}

    @Test(
        "never more checks run at once than there are jobs, and that many do", arguments: [1, 2, 5])
    func window(_ jobs: Int) async throws {
        let gate = Gate(size: jobs)
        let plan = (0..<(jobs * 4)).map { index in
            FakeCheck("\(index)") { _ in
                await gate.pass("\(index)")
                return .fakeMet
            }.planned()
        }
        let results = try await Evaluator(jobs: jobs).run(plan) { _, _ in }
        #expect(results == plan.map { _ in .met })
        #expect(await gate.most == jobs)
    }

    @Test("results are in the order of the plan, however they come")
    func order() async throws {
        let (signal, second) = AsyncStream<Void>.makeStream()
        let first = FakeCheck("first") { _ in
            for await _ in signal { break }
            return Judgement([Finding("it", actual: "not it", .unmet)])
        }
        let plan = [first.planned(), FakeCheck("second").planned()]
        let delivered = Mutex<[Int]>([])
        let results = try await Evaluator(jobs: 2).run(plan) { index, _ in
            delivered.withLock { $0.append(index) }
            second.yield()
        }
        #expect(delivered.withLock { $0 } == [1, 0])
        #expect(results == [.unmet, .met])
    }

    @Test("results are delivered side by side, so that their receivers may wait for each other")
    func together() async throws {
        let gate = Gate(size: 3)
        let plan = (0..<3).map { FakeCheck("\($0)").planned() }
        let results = try await Evaluator(jobs: 3).run(plan) { index, _ in
            await gate.pass("\(index)")
        }
        #expect(await gate.most == 3)
        #expect(results.compactMap { $0 }.count == 3)
    }

    @Test("an empty plan has no results, and many jobs do no harm", arguments: [0, 1, 3])
    func sizes(_ count: Int) async throws {
        let plan = (0..<count).map { FakeCheck("\($0)").planned() }
        for jobs in [-1, 0, 1, 1000] {
            let results = try await Evaluator(jobs: jobs).run(plan) { _, _ in }
            #expect(results.compactMap { $0 }.count == count)
        }
    }

    @Test("cancelling begins nothing more, drops what is under way and keeps what was delivered")
    func cancelled() async throws {
        let begun = Mutex<[String]>([])
        let (signal, started) = AsyncStream<Void>.makeStream()
        let plan = (0..<10).map { index in
            FakeCheck("\(index)") { _ in
                begun.withLock { $0.append("\(index)") }
                guard index > 0 else { return .fakeMet }
                started.yield()
                // Ends when the task is cancelled, as every check must.
                try? await Task.sleep(for: .seconds(600))
                return .fakeMet
            }.planned()
        }
        let delivered = Mutex<[Int]>([])
        let task = Task {
            try await Evaluator(jobs: 2).run(plan) { index, _ in
                delivered.withLock { $0.append(index) }
            }
        }
        var waiting = 0
        for await _ in signal {
            waiting += 1
            if waiting == 2 { break }
        }
        task.cancel()
        let results = try await task.value
        #expect(results.map { $0 != nil } == [true] + Array(repeating: false, count: 9))
        #expect(delivered.withLock { $0 } == [0])
        #expect(begun.withLock { $0.sorted() } == ["0", "1", "2"])
    }

    @Test("a task that is cancelled already begins nothing")
    func cancelledBefore() async throws {
        let begun = Atomic(0)
        let (signal, go) = AsyncStream<Void>.makeStream()
        let plan = [
            FakeCheck("never") { _ in
                begun.add(1, ordering: .relaxed)
                return .fakeMet
            }.planned()
        ]
        try await withThrowingTaskGroup(of: [CheckOutcome.Outcome?].self) { group in
            group.addTask {
                for await _ in signal { break }
                return try await Evaluator(jobs: 2).run(plan) { _, _ in }
            }
            group.cancelAll()
            go.yield()
            let results = try await group.next()
            #expect(results == [nil])
        }
        #expect(begun.load(ordering: .relaxed) == 0)
    }

    @Test("an error of the receiver ends the rest and is handed on")
    func receiverFails() async throws {
        let ended = Atomic(0)
        let slow = FakeCheck("slow") { _ in
            try? await Task.sleep(for: .seconds(600))
            if Task.isCancelled { ended.add(1, ordering: .relaxed) }
            return .fakeMet
        }
        let plan = [FakeCheck("quick").planned(), slow.planned(), slow.planned()]
        let calls = Atomic(0)
        await #expect(throws: Refusal.self) {
            try await Evaluator(jobs: 2).run(plan) { _, _ in
                calls.add(1, ordering: .relaxed)
                throw Refusal()
            }
        }
        #expect(calls.load(ordering: .relaxed) == 1)
        #expect(ended.load(ordering: .relaxed) == 1)
    }

    @Test("a check has its own time limit, or that of its environment")
    func limits() async throws {
        let seen = Mutex<[Duration]>([])
        let look: @Sendable (CheckEnvironment) async -> Judgement = { environment in
            seen.withLock { $0.append(environment.timeout) }
            return .fakeMet
        }
        let plan = [
            FakeCheck("own", timeout: .seconds(3), look).planned(timeout: .seconds(7)),
            FakeCheck("other", look).planned(timeout: .seconds(7)),
        ]
        _ = try await Evaluator(jobs: 1).run(plan) { _, _ in }
        #expect(seen.withLock { $0 } == [.seconds(3), .seconds(7)])
    }

    @Test("a yes that came after the time limit is not known, and a no stays a no")
    func overrun() async throws {
        let no = Judgement([Finding("it", actual: "not it", .unmet)])
        let plan = [
            FakeCheck("late", timeout: .zero).planned(),
            FakeCheck("late no", timeout: .zero) { _ in no }.planned(),
            FakeCheck("in time").planned(),
        ]
        let reasons = Mutex<[Int: Obstacle]>([:])
        let results = try await Evaluator(jobs: 1, leniency: .zero).run(plan) { index, outcome in
            reasons.withLock { $0[index] = outcome.obstacle }
        }
        #expect(results == [.undetermined, .unmet, .met])
        let late = Obstacle(.checkTimedOut, ["limit": "0s"])
        #expect(reasons.withLock { $0 } == [0: late, 1: late])
    }
}
