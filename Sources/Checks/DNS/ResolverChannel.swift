import CLibCAres
import Glibc

/// One use of c-ares: name servers, a time limit and one question.
///
/// It is the only place that calls c-ares. It blocks, so that it belongs on a thread of its own.
final class ResolverChannel {
    /// Why a question was not answered.
    enum Failure: Error, Hashable {
        case timedOut
        case stopped
        /// The name server could not be reached: its port is closed, or there is no way to it.
        case unreachable
        /// Any other status of c-ares.
        case status(Int32)
    }

    /// How long c-ares waits for a first answer, and how often it asks.
    struct Pace {
        let milliseconds: Int32
        let tries: Int32
        /// Sends over TCP instead of UDP.
        var overTCP = false
    }

    /// What a callback of c-ares left behind.
    private final class Reply {
        var status: Int32?
        var bytes: [UInt8] = []
        var addresses: [String] = []
    }

    private let channel: ares_channel

    /// Opens a channel to the servers, or to the system's where the list is empty.
    init(_ servers: [DNSServer], pace: Pace, isRaw: Bool) throws(Failure) {
        var options = ares_options()
        options.timeout = pace.milliseconds
        options.tries = pace.tries
        options.flags = Self.flags(pace, isRaw: isRaw)
        // The size that fits every usual path without fragments (RFC 9715 section 3).
        options.ednspsz = 1232
        var channel: ares_channel?
        let mask = ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_FLAGS | ARES_OPT_EDNSPSZ
        let status = ares_init_options(&channel, &options, mask)
        guard status == ARES_SUCCESS.status, let channel else { throw .status(status) }
        self.channel = channel
        guard !servers.isEmpty else { return }
        let list = servers.map(\.description).joined(separator: ",")
        let set = ares_set_servers_ports_csv(channel, list)
        // Nothing else frees the channel where the initializer throws after all stored properties
        // are set: a class runs its deinitializer then, which does.
        guard set == ARES_SUCCESS.status else { throw .status(set) }
    }

    deinit {
        ares_destroy(channel)
    }

    /// The flags of a channel: a raw one hands over every answer as it came, cut ones included.
    private static func flags(_ pace: Pace, isRaw: Bool) -> Int32 {
        let raw = isRaw ? ARES_FLAG_NOCHECKRESP | ARES_FLAG_IGNTC | ARES_FLAG_EDNS : 0
        return raw | (pace.overTCP ? ARES_FLAG_USEVC : 0)
    }

    /// The name servers that c-ares asks.
    var servers: [DNSServer] {
        var first: UnsafeMutablePointer<ares_addr_port_node>?
        guard ares_get_servers_ports(channel, &first) == ARES_SUCCESS.status else { return [] }
        defer { ares_free_data(first) }
        var servers: [DNSServer] = []
        var next = first
        while let node = next?.pointee {
            let port = node.udp_port == 0 ? 53 : Int(node.udp_port)
            var address = node.addr
            if let text = IPAddress.text(family: node.family, &address) {
                servers.append(DNSServer(address: text, port: port))
            }
            next = node.next
        }
        return servers
    }

    /// Asks for records of a type and hands over the message that came.
    func message(
        name: String, type: UInt16, deadline: Deadline
    ) -> Result<[UInt8], Failure> {
        let reply = Reply()
        ares_query(
            channel, name, 1, Int32(type),
            { argument, status, _, bytes, count in
                guard let argument else { return }
                let reply = Unmanaged<Reply>.fromOpaque(argument).takeUnretainedValue()
                reply.status = status
                if let bytes, count > 0 {
                    reply.bytes = Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
                }
            }, Unmanaged.passUnretained(reply).toOpaque())
        let failure = wait(for: reply, deadline)
        // A message with an error code comes with a status of its own; the message says more.
        guard reply.bytes.isEmpty else { return .success(reply.bytes) }
        return .failure(failure ?? .status(ARES_EBADRESP.status))
    }

    /// Finds the addresses of a host in the order in which they are to be tried.
    func addresses(of host: String, deadline: Deadline) -> Result<[String], Failure> {
        let reply = Reply()
        var hints = ares_addrinfo_hints()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = SocketKind.stream
        ares_getaddrinfo(
            channel, host, nil, &hints,
            { argument, status, _, found in
                defer { ares_freeaddrinfo(found) }
                guard let argument else { return }
                let reply = Unmanaged<Reply>.fromOpaque(argument).takeUnretainedValue()
                reply.status = status
                var next = found?.pointee.nodes
                while let node = next?.pointee {
                    if let text = IPAddress.text(node.ai_addr), !reply.addresses.contains(text) {
                        reply.addresses.append(text)
                    }
                    next = node.ai_next
                }
            }, Unmanaged.passUnretained(reply).toOpaque())
        if let failure = wait(for: reply, deadline) { return .failure(failure) }
        return .success(reply.addresses)
    }

    /// Works until the reply is there; nil where it is there and says success.
    private func wait(for reply: Reply, _ deadline: Deadline) -> Failure? {
        while reply.status == nil {
            guard !deadline.isOver else {
                // The callback runs in here, so that nothing is left that points to the reply.
                ares_cancel(channel)
                return deadline.isStopped ? .stopped : .timedOut
            }
            turn(deadline)
        }
        switch reply.status ?? ARES_EBADRESP.status {
        case ARES_SUCCESS.status: return nil
        case ARES_ETIMEOUT.status: return .timedOut
        case ARES_ECONNREFUSED.status: return .unreachable
        case let status: return .status(status)
        }
    }

    /// Waits for a socket of the channel or for its next deadline, and lets it work.
    private func turn(_ deadline: Deadline) {
        var sockets = [ares_socket_t](repeating: -1, count: Int(ARES_GETSOCK_MAXNUM))
        let bits = ares_getsock(channel, &sockets, ARES_GETSOCK_MAXNUM)
        var polled: [pollfd] = []
        for (index, socket) in sockets.enumerated() {
            // The bits are laid out as ARES_GETSOCK_READABLE and ARES_GETSOCK_WRITABLE have it.
            let reads = bits & (1 << Int32(index)) != 0
            let writes = bits & (1 << Int32(index + sockets.count)) != 0
            guard reads || writes else { continue }
            let events = (reads ? POLLIN : 0) | (writes ? POLLOUT : 0)
            polled.append(pollfd(fd: socket, events: Int16(events), revents: 0))
        }
        let ready = poll(&polled, nfds_t(polled.count), limit(deadline))
        guard ready > 0 else {
            ares_process_fd(channel, -1, -1)
            return
        }
        for entry in polled where entry.revents != 0 {
            let events = Int32(entry.revents)
            let reads = events & (POLLIN | POLLERR | POLLHUP | POLLNVAL) != 0
            let writes = events & (POLLOUT | POLLERR | POLLHUP) != 0
            ares_process_fd(channel, reads ? entry.fd : -1, writes ? entry.fd : -1)
        }
    }

    /// Milliseconds until something must be done without an event.
    private func limit(_ deadline: Deadline) -> Int32 {
        let slice = deadline.slice
        var longest = timeval(tv_sec: 0, tv_usec: Int(slice) * 1000)
        var next = timeval()
        guard let time = ares_timeout(channel, &longest, &next)?.pointee else { return slice }
        return min(slice, Int32(clamping: time.tv_sec * 1000 + (time.tv_usec + 999) / 1000))
    }

    /// What a status of c-ares means, as a sentence part.
    static func words(for status: Int32) -> String {
        ares_strerror(status).map { String(cString: $0) } ?? "c-ares status \(status)"
    }
}
