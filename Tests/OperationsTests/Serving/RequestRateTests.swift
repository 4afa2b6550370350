import Operations
import Testing

@Suite("How many requests a client may make")
struct RequestRateTests {
    private let start = ContinuousClock.now

    @Test("As many as in a minute at once, then at the rate, and each client for itself")
    func rate() {
        let rate = RequestRate(perMinute: 60)
        for _ in 0..<60 { #expect(rate.take("a", at: start) == nil) }
        #expect(rate.take("a", at: start) == .seconds(1))
        #expect(rate.take("b", at: start) == nil)
        #expect(rate.take("a", at: start + .milliseconds(500)) == .milliseconds(500))
        #expect(rate.take("a", at: start + .seconds(1)) == nil)
        #expect(rate.take("a", at: start + .seconds(1)) != nil)
        // Never more than a minute's worth, however long it was quiet.
        for _ in 0..<60 { #expect(rate.take("a", at: start + .seconds(9000)) == nil) }
        #expect(rate.take("a", at: start + .seconds(9000)) != nil)
    }

    @Test("A moment that lies before the last one gives nothing")
    func backwards() {
        let rate = RequestRate(perMinute: 1)
        #expect(rate.take("a", at: start + .seconds(30)) == nil)
        #expect(rate.take("a", at: start) != nil)
        #expect(rate.take("a", at: start + .seconds(89)) != nil)
        #expect(rate.take("a", at: start + .seconds(91)) == nil)
    }

    @Test("Very many clients make no room for one that has used up its requests")
    func many() {
        let rate = RequestRate(perMinute: 2)
        #expect(rate.take("a", at: start) == nil)
        #expect(rate.take("a", at: start) == nil)
        for client in 0..<70_000 { #expect(rate.take("\(client)", at: start) == nil) }
        #expect(rate.take("a", at: start) != nil)
    }
}
