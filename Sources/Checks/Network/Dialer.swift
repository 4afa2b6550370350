import Foundation

/// Connects to a host over TCP.
package enum Dialer {
    /// How long an address is waited for alone before the next is tried beside it.
    ///
    /// An address that swallows packets then costs this much and not the whole time (RFC 8305 calls it the connection attempt delay).
    private static let stagger = Duration.milliseconds(250)

    /// Looks the host up and connects to the first of its addresses that answers; blocks at most as long as the patience.
    package static func dial(
        _ target: DialTarget, port: Int, patience: Patience
    ) -> (report: DialReport, socket: DialSocket?) {
        let port = target.port ?? port
        let stopwatch = DialStopwatch()
        let lookup = NameLookup.addresses(of: target.host, patience: patience)
        let resolve = stopwatch.milliseconds
        let report = { (attempts: [DialReport.Attempt], failure: DialFailure?) in
            DialReport(
                host: target.host, port: port, resolveMilliseconds: resolve, attempts: attempts,
                failure: failure)
        }
        switch lookup {
        case .failure(let failure): return (report([], DialFailure(failure)), nil)
        case .success(let found):
            let addresses = found.compactMap { DialAddress($0, port: port) }
            guard !addresses.isEmpty else { return (report([], .noAddress), nil) }
            var race = Race(addresses: addresses)
            let socket = race.run(patience)
            let attempts = race.attempts
            let failure = socket == nil ? Self.failure(of: attempts, patience) : nil
            return (report(attempts, failure), socket)
        }
    }

    /// What the attempts say together where none connected.
    ///
    /// A refusal counts only where every address answered or cannot be reached from here at all:
    /// an address that stayed silent might have been the one that works.
    package static func failure(
        of attempts: [DialReport.Attempt], _ patience: Patience
    ) -> DialFailure {
        if patience.isStopped { return .stopped }
        let failures = attempts.map { attempt in
            if case .failed(let error) = attempt.result { return DialFailure(errorNumber: error) }
            return .timedOut
        }
        let reachable = failures.filter { $0 != .networkUnreachable }
        if let open = reachable.first(where: { !$0.isAnswer }) { return open }
        return reachable.first ?? .networkUnreachable
    }

    /// The attempts that run beside each other.
    private struct Race {
        private struct Runner {
            let index: Int
            let socket: DialSocket
            let stopwatch: DialStopwatch
        }

        private(set) var attempts: [DialReport.Attempt]
        private let addresses: [DialAddress]
        private var runners: [Runner] = []
        private var next = 0
        private var winner: DialSocket?

        init(addresses: [DialAddress]) {
            self.addresses = addresses
            attempts = addresses.map { DialReport.Attempt(address: $0.text, result: .untried) }
        }

        mutating func run(_ patience: Patience) -> DialSocket? {
            var turn = Patience(.zero)
            while winner == nil, !patience.isOver {
                if next < addresses.count, runners.isEmpty || turn.isOver {
                    begin()
                    turn = Patience(Dialer.stagger)
                } else if runners.isEmpty {
                    break
                } else {
                    let limit =
                        next < addresses.count ? min(turn.slice, patience.slice) : patience.slice
                    collect(within: limit)
                }
            }
            for runner in runners { note(runner, .unanswered) }
            return winner
        }

        private mutating func begin() {
            let index = next
            next += 1
            let stopwatch = DialStopwatch()
            guard let socket = DialSocket(family: addresses[index].family) else {
                attempts[index] = .init(address: addresses[index].text, result: .failed(errno))
                return
            }
            let runner = Runner(index: index, socket: socket, stopwatch: stopwatch)
            switch addresses[index].connect(socket.descriptor) {
            case 0: finish(runner, 0)
            case EINPROGRESS, EINTR: runners.append(runner)
            case let error: note(runner, .failed(error))
            }
        }

        private mutating func collect(within milliseconds: Int32) {
            var entries = runners.map {
                pollfd(fd: $0.socket.descriptor, events: Int16(POLLOUT), revents: 0)
            }
            guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return }
            let ready = zip(runners, entries).filter { $0.1.revents != 0 }.map(\.0)
            let indices = Set(ready.map(\.index))
            runners.removeAll { indices.contains($0.index) }
            for runner in ready { finish(runner, runner.socket.pendingError) }
        }

        private mutating func finish(_ runner: Runner, _ error: Int32) {
            guard error == 0 else { return note(runner, .failed(error)) }
            // Of two that connect at the same moment the first is taken; one connection is enough.
            guard winner == nil else { return note(runner, .unanswered) }
            winner = runner.socket
            note(runner, .connected)
        }

        private mutating func note(_ runner: Runner, _ result: DialReport.Attempt.Result) {
            attempts[runner.index] = .init(
                address: addresses[runner.index].text, result: result,
                milliseconds: runner.stopwatch.milliseconds)
        }
    }
}
