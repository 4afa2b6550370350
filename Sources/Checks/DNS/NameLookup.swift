/// Finds the addresses of a name as programs on this machine would.
///
/// An address is its own answer; then the hosts file is read, then the name servers are asked.
package enum NameLookup {
    /// Why a name has no address.
    package enum Failure: Error, Hashable, Sendable {
        /// A name server says that there is no such name.
        case noSuchName
        /// The name exists, but has no address.
        case noAddress
        /// No name server answered in time.
        case timedOut
        /// The name server refused or could not be reached; the reason in a few words.
        case unreachable(String)
        /// It was told to stop.
        case stopped
    }

    /// The addresses in the order in which they are to be tried, IPv6 and IPv4 as text.
    ///
    /// Blocks at most as long as the deadline.
    package static func addresses(of host: String, deadline: Deadline) -> Result<[String], Failure>
    {
        addresses(of: host, servers: [], deadline: deadline)
    }

    /// The same, asking other name servers than the system's where the list is not empty.
    package static func addresses(
        of host: String, servers: [DNSServer], deadline: Deadline
    ) -> Result<[String], Failure> {
        // An address needs no question, and c-ares would not take one in brackets or with a zone.
        if let address = IPAddress(host) { return .success([address.description]) }
        guard !deadline.isOver else { return .failure(deadline.isStopped ? .stopped : .timedOut) }
        let asked = servers.isEmpty ? systemServers() : servers
        // c-ares waits once, then twice as long for each server: together not beyond the deadline.
        let first = max(50, deadline.milliseconds / (3 * max(1, asked.count)))
        let pace = ResolverChannel.Pace(milliseconds: Int32(clamping: first), tries: 2)
        let found: Result<[String], ResolverChannel.Failure>
        do throws(ResolverChannel.Failure) {
            let channel = try ResolverChannel(servers, pace: pace, isRaw: false)
            found = channel.addresses(of: host, deadline: deadline)
        } catch {
            found = .failure(error)
        }
        switch found {
        case .success(let addresses) where addresses.isEmpty: return .failure(.noAddress)
        case .success(let addresses): return .success(addresses)
        case .failure(let failure):
            return .failure(
                meaning(of: failure) ?? reason(host, servers: asked, failure, deadline))
        }
    }

    /// The name servers that this machine is set up to ask.
    static func systemServers() -> [DNSServer] {
        let pace = ResolverChannel.Pace(milliseconds: 1000, tries: 1)
        return (try? ResolverChannel([], pace: pace, isRaw: false).servers) ?? []
    }

    /// Nil where the status alone does not say what happened.
    private static func meaning(of failure: ResolverChannel.Failure) -> Failure? {
        switch failure {
        case .timedOut: return .timedOut
        case .stopped, .status(ResolverStatus.cancelled), .status(ResolverStatus.destroyed):
            return .stopped
        case .status(ResolverStatus.noSuchName): return .noSuchName
        case .status(ResolverStatus.noData): return .noAddress
        case .unreachable, .status: return nil
        }
    }

    /// What the servers themselves say.
    ///
    /// c-ares has one status for a server that cannot be reached and for one that answers with an
    /// error, and does not say which server it was; one plain question to each tells.
    private static func reason(
        _ host: String, servers: [DNSServer], _ failure: ResolverChannel.Failure,
        _ deadline: Deadline
    ) -> Failure {
        guard let name = DNSName.normal(host) else {
            return .unreachable("no name that can be asked for")
        }
        let attempts = servers.enumerated().flatMap { index, server in
            DNSInquiry(name: name, type: .a, server: server)
                .ask(deadline.share(servers.count - index)).attempts
        }
        if deadline.isStopped { return .stopped }
        let failed = attempts.filter { !$0.isConclusive }
        guard failed.isEmpty else {
            return .unreachable(failed.map(\.words).joined(separator: "; "))
        }
        guard case .status(let status) = failure else {
            return .unreachable("no answer at first")
        }
        return .unreachable("a failed lookup: \(ResolverChannel.words(for: status))")
    }
}
