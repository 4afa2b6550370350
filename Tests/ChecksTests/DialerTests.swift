import Checks
import Foundation
import Testing

/// How a connection is made, and what several attempts say together.
struct DialerTests {
    typealias Attempt = DialReport.Attempt

    @Test(
        "A refusal counts only where no other address might have worked",
        arguments: [
            ([.failed(ECONNREFUSED)], DialFailure.refused),
            ([.failed(ENETUNREACH), .failed(ECONNREFUSED)], .refused),
            ([.failed(EADDRNOTAVAIL), .failed(ECONNREFUSED)], .refused),
            ([.failed(ECONNREFUSED), .unanswered], .timedOut),
            ([.failed(ECONNREFUSED), .failed(EHOSTUNREACH)], .hostUnreachable),
            ([.failed(ECONNREFUSED), .untried], .timedOut),
            ([.failed(ENETUNREACH), .failed(ENETUNREACH)], .networkUnreachable),
            ([.failed(EACCES)], .notPermitted),
            ([], .networkUnreachable),
        ] as [([Attempt.Ending], DialFailure)])
    func together(results: [Attempt.Ending], failure: DialFailure) {
        let attempts = results.map { Attempt(address: "192.0.2.1", result: $0) }
        #expect(Dialer.failure(of: attempts, Deadline(.seconds(1))) == failure)
    }

    @Test("An address that swallows packets does not eat the time of the next")
    func staggered() async throws {
        // Filling the queue of a listener makes loopback drop further connections.
        let deaf = try DeafListener()
        defer { deaf.stop() }
        try await LoopbackServer.with(.silent) { server in
            var race = DialRace(
                [deaf.port, server.port].compactMap { DialAddress("127.0.0.1", port: $0) })
            #expect(race.run(Deadline(.seconds(20))) != nil)
            #expect(race.attempts.map(\.result) == [.unanswered, .connected])
            #expect((race.attempts.first?.milliseconds ?? 0) >= 250)
        }
    }

    @Test("A dial that nobody answers ends with its deadline")
    func deadline() throws {
        let deaf = try DeafListener()
        defer { deaf.stop() }
        let clock = ContinuousClock()
        let start = clock.now
        let (report, socket) = Dialer.dial(
            DialTarget(host: "127.0.0.1"), port: deaf.port, deadline: Deadline(.milliseconds(200)))
        #expect(socket == nil)
        #expect(report.failure == .timedOut)
        #expect(start.duration(to: clock.now) >= .milliseconds(200))
    }

    @Test("A dial that is stopped says so")
    func stopped() throws {
        let deaf = try DeafListener()
        defer { deaf.stop() }
        let deadline = Deadline(.seconds(60))
        Thread { deadline.stop() }.start()
        let (report, _) = Dialer.dial(
            DialTarget(host: "127.0.0.1"), port: deaf.port, deadline: deadline)
        #expect(report.failure == .stopped)
    }

    @Test("Writing to a peer that is gone is an error each time, and no signal that ends us")
    func gone() async throws {
        try await LoopbackServer.with(.resets) { server in
            let deadline = Deadline(.seconds(60))
            let (_, dialled) = Dialer.dial(
                DialTarget(host: "127.0.0.1"), port: server.port, deadline: deadline)
            let socket = try #require(dialled)
            #expect(socket.write([1], deadline) == nil)
            #expect(socket.read(deadline) == .failed(ECONNRESET))
            for _ in 0..<3 { #expect(socket.write([1], deadline) == EPIPE) }
        }
    }

    @Test(
        "A target is a host with an optional port",
        arguments: [
            ("gateway", "gateway", nil),
            ("gateway.example.test:8443", "gateway.example.test", 8443),
            ("10.0.0.5", "10.0.0.5", nil), ("10.0.0.5:1", "10.0.0.5", 1),
            ("::1", "::1", nil), ("2001:db8::443", "2001:db8::443", nil),
            ("[2001:db8::1]:443", "2001:db8::1", 443), ("[::1]", "::1", nil),
            ("fe80::1%eth0", "fe80::1%eth0", nil), ("_service.example.", "_service.example.", nil),
        ] as [(String, String, Int?)])
    func target(text: String, host: String, port: Int?) {
        let target = DialTarget(text)
        #expect(target == DialTarget(host: host, port: port))
        #expect(target.map { DialTarget("\($0)") } == target)
    }

    @Test(
        "What is no host with an optional port is refused",
        arguments: [
            "", ":443", "a:", "a:0", "a:65536", "a:+1", "a:1:2", "[::1", "[::1]443", "[a]:1",
            "a b", "a..b", "-a", "a-", "münchen.example", "http://a", "a/b", "a\u{0}b", "fe80::1%",
            String(repeating: "a", count: 64), "127.1", "0177.0.0.1:80", "2130706433", "0x7f.1",
        ])
    func noTarget(text: String) {
        #expect(DialTarget(text) == nil)
    }
}
