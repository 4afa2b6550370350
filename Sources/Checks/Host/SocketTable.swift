import Files
import Glibc

/// Asks the kernel for the sockets that wait (sock_diag(7)), which needs no rights.
///
/// Only this tells whether a socket of IPv6 takes IPv4 too; /proc/net does not.
enum SocketTable {
    /// The table could not be read.
    struct Failure: Error {
        let reason: String
    }

    private static let headerSize = 16
    private static let requestSize = 72
    private static let messageSize = 72
    private static let diagByFamily: UInt16 = 20
    private static let done: UInt16 = 3
    private static let error: UInt16 = 2
    /// The attribute that says whether a socket takes IPv6 only (INET_DIAG_SKV6ONLY).
    private static let skV6Only: UInt16 = 11
    /// A table of more than this is none that a machine has.
    private static let mostBytes = 64 << 20

    /// The sockets of a kind that wait at a port.
    static func listening(
        _ kind: ListeningSocket.Kind, port: Int, _ deadline: Deadline
    ) throws(Failure) -> [ListeningSocket] {
        let descriptor = Glibc.socket(
            AF_NETLINK, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 4)
        guard descriptor >= 0 else { throw Failure(reason: SystemError().description) }
        defer { close(descriptor) }
        var all: [ListeningSocket] = []
        for family in [AF_INET, AF_INET6] {
            try send(request(kind, UInt8(family)), descriptor)
            all += try receive(family, descriptor, deadline)
        }
        return all.filter { $0.port == port }
    }

    /// An `inet_diag_req_v2` for all sockets of a family that wait: LISTEN of TCP, and of UDP those
    /// that are bound and not connected.
    private static func request(_ kind: ListeningSocket.Kind, _ family: UInt8) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: requestSize)
        func put<Number: FixedWidthInteger>(_ number: Number, at place: Int) {
            withUnsafeBytes(of: number) {
                bytes.replaceSubrange(place..<place + $0.count, with: $0)
            }
        }
        put(UInt32(requestSize), at: 0)
        put(diagByFamily, at: 4)
        put(UInt16(0x301), at: 6)  // NLM_F_REQUEST and NLM_F_DUMP
        put(UInt32(1), at: 8)
        bytes[16] = family
        bytes[17] = kind == .tcp ? 6 : 17
        put(UInt32(1) << (kind == .tcp ? 10 : 7), at: 20)
        return bytes
    }

    private static func send(_ bytes: [UInt8], _ descriptor: Int32) throws(Failure) {
        guard Glibc.send(descriptor, bytes, bytes.count, 0) == bytes.count else {
            throw Failure(reason: SystemError().description)
        }
    }

    private static func receive(
        _ family: Int32, _ descriptor: Int32, _ deadline: Deadline
    ) throws(Failure) -> [ListeningSocket] {
        var sockets: [ListeningSocket] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        while true {
            guard !deadline.isOver else { throw Failure(reason: "no end in time") }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, deadline.slice)
            if ready == 0 || (ready < 0 && errno == EINTR) { continue }
            let count = recv(
                descriptor, &buffer, buffer.count, Int32(truncatingIfNeeded: MSG_TRUNC))
            guard count >= 0 else { throw Failure(reason: SystemError().description) }
            total += count
            guard count <= buffer.count, total <= mostBytes else {
                throw Failure(reason: "the kernel's table is longer than it can be")
            }
            if try take(buffer.prefix(count), family, &sockets) { return sockets }
        }
    }

    /// Reads the messages of one packet; true where the last one was among them.
    private static func take(
        _ packet: ArraySlice<UInt8>, _ family: Int32, _ sockets: inout [ListeningSocket]
    ) throws(Failure) -> Bool {
        var rest = packet
        while rest.count >= headerSize {
            let length = Int(number(rest, 0, UInt32.self))
            guard length >= headerSize, length <= rest.count else {
                throw Failure(reason: "the kernel's answer cannot be read")
            }
            let flags = number(rest, 6, UInt16.self)
            // The table changed while it was read (NLM_F_DUMP_INTR), so that a socket may be missing.
            guard flags & 0x10 == 0 else {
                throw Failure(reason: "the table changed while it was read")
            }
            switch number(rest, 4, UInt16.self) {
            case done:
                // A kernel that has no table of the kind says so at its end.
                guard length >= 20 else { throw Failure(reason: "the kernel's answer has no end") }
                let code = number(rest, 16, Int32.self)
                guard code == 0 else { throw Failure(reason: SystemError(-code).description) }
                return true
            case error:
                let code = length >= 20 ? -number(rest, 16, Int32.self) : 0
                throw Failure(reason: SystemError(code).description)
            default:
                guard
                    let socket = socket(
                        rest.dropFirst(headerSize).prefix(length - headerSize), family)
                else { throw Failure(reason: "the kernel's answer cannot be read") }
                sockets.append(socket)
            }
            rest = rest.dropFirst(min((length + 3) & ~3, rest.count))
        }
        return false
    }

    /// An `inet_diag_msg` with its attributes.
    private static func socket(_ bytes: ArraySlice<UInt8>, _ family: Int32) -> ListeningSocket? {
        guard bytes.count >= messageSize, bytes[bytes.startIndex] == UInt8(family) else {
            return nil
        }
        let start = bytes.startIndex
        let length = family == AF_INET ? 4 : 16
        guard let address = IPAddress(bytes: bytes[(start + 8)..<(start + 8 + length)]) else {
            return nil
        }
        return ListeningSocket(
            address: address, port: Int(UInt16(bigEndian: number(bytes, 4, UInt16.self))),
            isIPv6Only: attribute(bytes.dropFirst(messageSize), skV6Only)?.first == 1,
            userID: number(bytes, 64, UInt32.self), inode: UInt64(number(bytes, 68, UInt32.self)))
    }

    private static func attribute(
        _ bytes: ArraySlice<UInt8>, _ wanted: UInt16
    ) -> ArraySlice<UInt8>? {
        var rest = bytes
        while rest.count >= 4 {
            let length = Int(number(rest, 0, UInt16.self))
            guard length >= 4, length <= rest.count else { return nil }
            if number(rest, 2, UInt16.self) == wanted {
                return rest.dropFirst(4).prefix(length - 4)
            }
            rest = rest.dropFirst(min((length + 3) & ~3, rest.count))
        }
        return nil
    }

    private static func number<Number: FixedWidthInteger>(
        _ bytes: ArraySlice<UInt8>, _ place: Int, _: Number.Type
    ) -> Number {
        bytes.dropFirst(place).withUnsafeBytes { $0.loadUnaligned(as: Number.self) }
    }
}
