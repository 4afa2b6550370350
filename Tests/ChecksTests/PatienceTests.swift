import Checks
import Testing

@Suite("Patience")
struct PatienceTests {
    @Test("a share ends with the whole, and not the other way round")
    func shares() {
        let whole = Patience(.seconds(600))
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

    @Test("patience of no length is over but was not stopped")
    func nothing() {
        #expect(Patience(.zero).isOver)
        #expect(!Patience(.zero).isStopped)
        #expect(Patience(.zero).slice == 0)
        #expect(Patience(.seconds(5)).slice == 50)
    }

    @Test("a blocking call hears of the cancelling of its task")
    func cancelling() async {
        let (signal, started) = AsyncStream<Void>.makeStream()
        let task = Task {
            await BlockingThread.run(.seconds(600)) { patience in
                started.yield()
                while !patience.isOver {}
                return patience.isStopped
            }
        }
        for await _ in signal { break }
        task.cancel()
        #expect(await task.value)
    }
}
