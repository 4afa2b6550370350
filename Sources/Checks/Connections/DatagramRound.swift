import Glibc

/// One datagram to each address of a host, and the first reply to any of them.
struct DatagramRound {
    /// No datagram is longer.
    static let limit = 65_535

    private(set) var attempts: [DialReport.Attempt]
    private var waiting: [(index: Int, socket: DialSocket)] = []
    private let addresses: [DialAddress]
    private let stopwatch = Stopwatch()

    /// How many replies came that belong to something else.
    private(set) var ignored = 0
    private let isReply: ([UInt8]) -> Bool

    /// A round to addresses.
    ///
    /// - Parameters:
    ///   - addresses: Each is sent the same.
    ///   - isReply: What came belongs to what was sent; where it does not, the waiting goes on.
    init(_ addresses: [DialAddress], isReply: @escaping ([UInt8]) -> Bool = { _ in true }) {
        self.addresses = addresses
        self.isReply = isReply
        attempts = addresses.map { DialReport.Attempt(address: $0.text, result: .untried) }
    }

    /// Sends and waits; nil where no reply came before the deadline.
    mutating func run(_ datagram: [UInt8], _ deadline: Deadline) -> [UInt8]? {
        for index in addresses.indices { send(datagram, to: index) }
        while !waiting.isEmpty, !deadline.isOver {
            if let reply = receive(within: deadline.slice) { return reply }
        }
        return nil
    }

    private mutating func send(_ datagram: [UInt8], to index: Int) {
        guard let socket = DialSocket(family: addresses[index].family, isDatagram: true) else {
            return note(index, .failed(errno))
        }
        // Connected, the socket takes replies of this address alone, and hears of a closed port.
        var error = addresses[index].connect(socket.descriptor)
        if error == 0 { error = socket.connectionError }
        if error == 0, Glibc.send(socket.descriptor, datagram, datagram.count, 0) < 0 {
            error = errno
        }
        guard error == 0 else { return note(index, .failed(error)) }
        note(index, .unanswered)
        waiting.append((index, socket))
    }

    private mutating func receive(within milliseconds: Int32) -> [UInt8]? {
        var entries = waiting.map {
            pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0)
        }
        guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return nil }
        for (entry, (index, socket)) in zip(entries, waiting) where entry.revents != 0 {
            var buffer = [UInt8](repeating: 0, count: Self.limit)
            let count = recv(socket.descriptor, &buffer, buffer.count, 0)
            if count >= 0 {
                let reply = Array(buffer[..<count])
                guard isReply(reply) else {
                    ignored += 1
                    continue
                }
                note(index, .connected)
                return reply
            }
            guard errno != EAGAIN, errno != EINTR else { continue }
            note(index, .failed(errno))
            waiting.removeAll { $0.index == index }
        }
        return nil
    }

    private mutating func note(_ index: Int, _ result: DialReport.Attempt.Ending) {
        attempts[index] = .init(
            address: addresses[index].text, result: result, milliseconds: stopwatch.milliseconds)
    }
}
