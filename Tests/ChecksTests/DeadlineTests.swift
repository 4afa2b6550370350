import Checks
import Glibc
import Testing

@Suite("Deadline")
struct DeadlineTests {
    @Test("a share ends with the whole, and not the other way round")
    func shares() {
        let whole = Deadline(.seconds(600))
        let share = whole.share(4)
        #expect(share.milliseconds <= 150_001)
        #expect(share.milliseconds > 100_000)
        share.stop()
        #expect(share.isOver)
        #expect(!whole.isOver)
        let other = whole.share(1)
        whole.stop()
        #expect(other.isStopped)
        #expect(other.milliseconds == 0)
    }

    @Test("deadline of no length is over but was not stopped")
    func nothing() {
        #expect(Deadline(.zero).isOver)
        #expect(!Deadline(.zero).isStopped)
        #expect(Deadline(.zero).slice == 0)
        #expect(Deadline(.seconds(5)).slice == 50)
    }

    @Test("a thread that is done takes the next call")
    func reuse() async {
        var threads: Set<UInt> = []
        for _ in 0..<100 {
            threads.insert(await CheckThreads.run(.seconds(60)) { _ in UInt(pthread_self()) })
        }
        #expect(threads.count < 100)
    }

    @Test("a blocking call hears of the cancelling of its task")
    func cancelling() async {
        let (signal, started) = AsyncStream<Void>.makeStream()
        let task = Task {
            await CheckThreads.run(.seconds(600)) { deadline in
                started.yield()
                while !deadline.isOver {}
                return deadline.isStopped
            }
        }
        for await _ in signal { break }
        task.cancel()
        #expect(await task.value)
    }
}
