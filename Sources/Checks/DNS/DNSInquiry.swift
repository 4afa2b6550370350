/// A question to name servers.
package struct DNSInquiry: Hashable, Sendable {
    package let name: String
    package let type: DNSRecordType
    /// The server to ask; nil asks those of the system, one after the other.
    package let server: DNSServer?

    /// Who is asked.
    package let way: Way

    /// The ways to an answer; the raw value is the word of the language.
    package enum Way: String, Hashable, Sendable, CaseIterable {
        case nameServers = "name-servers"
        /// What programs on this machine use: the hosts file, and whatever else it is set up to ask.
        case nameService = "name-service"
    }

    package init(
        name: String, type: DNSRecordType, server: DNSServer?, way: Way = .nameServers
    ) {
        self.name = name
        self.type = type
        self.server = server
        self.way = way
    }

    /// Asks until a server knows the answer; blocks at most as long as the deadline.
    ///
    /// Each server has an equal share of the time that is left.
    package func ask(_ deadline: Deadline) -> DNSObservation {
        let servers = server.map { [$0] } ?? NameLookup.systemServers()
        var attempts: [DNSObservation.Attempt] = []
        for (index, server) in servers.enumerated() where !deadline.isOver {
            let share = deadline.share(servers.count - index)
            let attempt = ask(server, share)
            attempts.append(attempt)
            if attempt.isConclusive { break }
        }
        return DNSObservation(attempts: attempts, wasStopped: deadline.isStopped)
    }

    private func ask(_ server: DNSServer, _ deadline: Deadline) -> DNSObservation.Attempt {
        let began = ContinuousClock().now
        var isOverTCP = false
        var result = exchange(server, overTCP: false, deadline)
        if case .success(let message) = result, message.isTruncated {
            isOverTCP = true
            result = exchange(server, overTCP: true, deadline)
        }
        let spent = began.duration(to: ContinuousClock().now)
        return DNSObservation.Attempt(
            server: server, isOverTCP: isOverTCP, milliseconds: Int(spent / .milliseconds(1)),
            result: result)
    }

    private func exchange(
        _ server: DNSServer, overTCP: Bool, _ deadline: Deadline
    ) -> Result<DNSMessage, DNSObservation.Failure> {
        // c-ares doubles its wait: three tries take seven times the first wait.
        let first = max(20, deadline.milliseconds / 7)
        let pace = ResolverChannel.Pace(
            milliseconds: Int32(clamping: overTCP ? deadline.milliseconds : first),
            tries: overTCP ? 1 : 3, overTCP: overTCP)
        do throws(ResolverChannel.Failure) {
            let channel = try ResolverChannel([server], pace: pace, isRaw: true)
            let bytes = try channel.message(name: name, type: type.number, deadline: deadline).get()
            guard let message = DNSMessage(bytes) else { return .failure(.unreadable) }
            return message.isTruncated && overTCP ? .failure(.unreadable) : .success(message)
        } catch {
            return .failure(meaning(of: error, server))
        }
    }

    private func meaning(
        of failure: ResolverChannel.Failure, _ server: DNSServer
    ) -> DNSObservation.Failure {
        switch failure {
        case .timedOut: return .timedOut
        case .stopped: return .stopped
        case .unreachable: return .unreachable(ServerReach.words(for: server))
        case .status(ResolverStatus.badResponse): return .unreadable
        case .status(let status):
            return .notAsked(ResolverChannel.words(for: status))
        }
    }
}
