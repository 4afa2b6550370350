import Foundation

/// Connects to a host over TCP.
package enum Dialer {
    /// Looks the host up and connects to the first of its addresses that answers; blocks at most as
    /// long as the deadline.
    package static func dial(
        _ target: DialTarget, port: Int, deadline: Deadline
    ) -> (report: DialReport, socket: DialSocket?) {
        let (report, socket) = lookup(target, port: port, deadline: deadline) { addresses in
            var race = DialRace(addresses)
            return (race.run(deadline), race.attempts)
        }
        return (report, socket)
    }

    /// Looks the host up and has something done with its addresses, of which there is at least one.
    ///
    /// - Parameters:
    ///   - target: Whom to look up; its port goes before the other.
    ///   - port: The port where the target has none.
    ///   - deadline: When to give up.
    ///   - attempt: Tries the addresses; nil where none of them came to anything.
    /// - Returns: What came of it all.
    static func lookup<Value>(
        _ target: DialTarget, port: Int, deadline: Deadline,
        _ attempt: ([DialAddress]) -> (value: Value?, attempts: [DialReport.Attempt])
    ) -> (report: DialReport, value: Value?) {
        let port = target.port ?? port
        let stopwatch = Stopwatch()
        let lookup = NameLookup.addresses(of: target.host, deadline: deadline)
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
            let (value, attempts) = attempt(addresses)
            let failure = value == nil ? Self.failure(of: attempts, deadline) : nil
            return (report(attempts, failure), value)
        }
    }

    /// What the attempts say together where none connected.
    ///
    /// A refusal counts only where every address answered or cannot be reached from here at all:
    /// an address that stayed silent might have been the one that works.
    package static func failure(
        of attempts: [DialReport.Attempt], _ deadline: Deadline
    ) -> DialFailure {
        if deadline.isStopped { return .stopped }
        let failures = attempts.map { attempt in
            if case .failed(let error) = attempt.result { return DialFailure(errorNumber: error) }
            return .timedOut
        }
        let reachable = failures.filter { $0 != .networkUnreachable }
        if let open = reachable.first(where: { !$0.isAnswer }) { return open }
        return reachable.first ?? .networkUnreachable
    }
}
