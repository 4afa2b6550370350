import HTTPTypes
import Hummingbird
import NIOCore

/// Who asks: an address, or a network of IPv6 that one subscriber has.
enum ClientAddress {
    /// The client of a request: the peer of the connection, or whom a proxy that is believed names.
    ///
    /// Each proxy adds the address that it saw to the end of `X-Forwarded-For`; what stands before that
    /// anybody may have written.
    static func of(_ request: Request, peer: SocketAddress?, trusting proxies: Set<String>)
        -> String
    {
        guard let peer = peer?.ipAddress.flatMap({ plain($0) }) else { return "local" }
        guard proxies.contains(peer), let name = HTTPField.Name("X-Forwarded-For") else {
            return network(peer)
        }
        let hops = request.headers[values: name].flatMap { $0.split(separator: ",") }
        for hop in hops.reversed() {
            let text = hop.drop { $0 == " " }.prefix { $0 != " " }
            // What is no address was not written by a proxy.
            guard let address = plain(String(text)) else { return network(peer) }
            guard proxies.contains(address) else { return network(address) }
        }
        return network(peer)
    }

    /// An address in its one form; nil where it is none.
    static func plain(_ text: String) -> String? {
        guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        guard let plain = address.ipAddress?.lowercased() else { return nil }
        // IPv4 within IPv6, as a socket of both shows it.
        return plain.hasPrefix("::ffff:") && plain.contains(".")
            ? String(plain.dropFirst(7)) : plain
    }

    /// Who has one address of IPv6 has 2^64 of them.
    private static func network(_ address: String) -> String {
        guard case .v6(let six)? = try? SocketAddress(ipAddress: address, port: 0) else {
            return address
        }
        // The first half of the address lies behind the family, the port and the flow (RFC 3493).
        return withUnsafeBytes(of: six.address) { all in
            all[8..<16].map { String($0, radix: 16) }
        }
        .joined(separator: ":") + "/64"
    }
}
