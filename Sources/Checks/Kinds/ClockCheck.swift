import Rollout

/// How far the clock of this machine is from that of a time server.
package struct ClockCheck: Check {
    package let endpoint: Endpoint
    /// How far it may be off.
    package let maximum: Duration
    /// Of the server.
    package var stratum: ValueExpectation?

    package init(_ endpoint: Endpoint, maximum: Duration) {
        self.endpoint = endpoint
        self.maximum = maximum
    }

    package var subject: String { endpoint.description }
    package var reach: String { "asks \(endpoint.reach) for the time" }

    package func observe(_ environment: CheckEnvironment) async -> ClockObservation {
        let (endpoint, limit, clock) = (endpoint, environment.timeout, environment.clock)
        return await CheckThreads.run(limit) { deadline in
            let number = UInt64.random(in: 1...UInt64.max)
            var (asked, milliseconds, ignored) = (clock(), 0, 0)
            let (dial, bytes) = Dialer.lookup(
                endpoint.target, port: endpoint.port, deadline: deadline
            ) { addresses in
                var round = DatagramRound(addresses) { NTPReply.isAnswer($0, to: number) }
                // The lookup of the name took its time.
                asked = clock()
                let stopwatch = Stopwatch()
                let bytes = round.run(NTPReply.question(number), deadline)
                (milliseconds, ignored) = (stopwatch.milliseconds, round.ignored)
                return (bytes, round.attempts)
            }
            let failure: ConnectionFailure? = dial.failure == .timedOut ? .noReply : nil
            return ClockObservation(
                report: ConnectionReport(dial: dial, limit: limit, failure: failure),
                reply: bytes.flatMap(NTPReply.init), asked: asked, milliseconds: milliseconds,
                ignored: ignored)
        }
    }
}
