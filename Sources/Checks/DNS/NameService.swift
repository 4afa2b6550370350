import Files
import Glibc

/// Asks the name service of this machine, as any program on it does (getaddrinfo(3)).
enum NameService {
    /// Looks for the addresses of a name; blocks at most as long as the deadline.
    ///
    /// The system gives it no deadline, so that its thread is left behind where it has no end.
    static func ask(_ inquiry: DNSInquiry, _ deadline: Deadline) -> NameServiceAnswer {
        let sources = NameSources.list(of: "hosts")
        let stopwatch = Stopwatch()
        let (name, isIPv6) = (inquiry.name, inquiry.type == .aaaa)
        guard
            let found = CheckThreads.abandonable(
                deadline, { lookUp(name, family: isIPv6 ? AF_INET6 : AF_INET) })
        else { return NameServiceAnswer(.timedOut, sources: sources) }
        switch found {
        case .success(let addresses) where addresses.isEmpty:
            return NameServiceAnswer(.absent("no such address"), sources: sources)
        case .success(let addresses):
            let sorted = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return NameServiceAnswer(
                .addresses(sorted, milliseconds: stopwatch.milliseconds), sources: sources)
        case .failure(let failure):
            return NameServiceAnswer(meaning(of: failure.code, failure.error), sources: sources)
        }
    }

    /// What a status of getaddrinfo(3) means: only that nothing was found is an answer.
    static func meaning(of code: Int32, _ error: Int32 = 0) -> NameServiceAnswer.Result {
        switch code {
        case EAI_NONAME: return .absent("no such name")
        // Names of glibc for what POSIX has no names for: EAI_ADDRFAMILY and EAI_NODATA.
        case -9, -5: return .absent("no such address")
        case EAI_SYSTEM: return .failed(SystemError(error).description)
        default: return .failed(gai_strerror(code).map { String(cString: $0) } ?? "status \(code)")
        }
    }

    /// A status, with the error of the system where it is about one.
    private struct Failure: Error {
        let code: Int32
        let error: Int32
    }

    private static func lookUp(_ name: String, family: Int32) -> Result<Set<String>, Failure> {
        var hints = addrinfo()
        hints.ai_family = family
        hints.ai_socktype = SocketKind.stream
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(name, nil, &hints, &first)
        guard code == 0 else { return .failure(Failure(code: code, error: errno)) }
        defer { freeaddrinfo(first) }
        var addresses: Set<String> = []
        var next = first
        while let node = next?.pointee {
            if let text = IPAddress.text(node.ai_addr) { addresses.insert(text) }
            next = node.ai_next
        }
        return .success(addresses)
    }
}
