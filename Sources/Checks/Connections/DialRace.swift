import Foundation

/// Attempts to connect that run beside each other until one succeeds.
package struct DialRace {
    /// How long an address is waited for alone before the next is tried beside it.
    ///
    /// An address that swallows packets then costs this much and not the whole time; RFC 8305 calls
    /// it the connection attempt delay.
    private static let stagger = Duration.milliseconds(250)

    private struct Runner {
        let index: Int
        let socket: DialSocket
        let stopwatch: Stopwatch
    }

    /// In the order of the addresses.
    package private(set) var attempts: [DialReport.Attempt]
    private let addresses: [DialAddress]
    private var runners: [Runner] = []
    private var next = 0
    private var winner: DialSocket?

    package init(_ addresses: [DialAddress]) {
        self.addresses = addresses
        attempts = addresses.map { DialReport.Attempt(address: $0.text, result: .untried) }
    }

    /// The first connection; nil where there is none before the deadline is over.
    package mutating func run(_ deadline: Deadline) -> DialSocket? {
        var turn = Deadline(.zero)
        while winner == nil, !deadline.isOver {
            if next < addresses.count, runners.isEmpty || turn.isOver {
                begin()
                turn = Deadline(Self.stagger)
            } else if runners.isEmpty {
                break
            } else {
                let limit =
                    next < addresses.count ? min(turn.slice, deadline.slice) : deadline.slice
                collect(within: limit)
            }
        }
        for runner in runners { note(runner, .unanswered) }
        return winner
    }

    private mutating func begin() {
        let index = next
        next += 1
        let stopwatch = Stopwatch()
        guard let socket = DialSocket(family: addresses[index].family) else {
            attempts[index] = .init(address: addresses[index].text, result: .failed(errno))
            return
        }
        let runner = Runner(index: index, socket: socket, stopwatch: stopwatch)
        switch addresses[index].connect(socket.descriptor) {
        case 0: finish(runner, socket.connectionError)
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
        for runner in ready { finish(runner, runner.socket.connectionError) }
    }

    private mutating func finish(_ runner: Runner, _ error: Int32) {
        guard error == 0 else { return note(runner, .failed(error)) }
        // Of two that connect at the same moment the first is taken; one connection is enough.
        guard winner == nil else { return note(runner, .unanswered) }
        winner = runner.socket
        note(runner, .connected)
    }

    private mutating func note(_ runner: Runner, _ result: DialReport.Attempt.Ending) {
        attempts[runner.index] = .init(
            address: addresses[runner.index].text, result: result,
            milliseconds: runner.stopwatch.milliseconds)
    }
}
