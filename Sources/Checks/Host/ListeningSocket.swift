/// A socket of this machine that waits for connections or datagrams.
package struct ListeningSocket: Hashable, Sendable {
    /// What it speaks.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case tcp, udp
    }

    package let address: IPAddress
    package let port: Int
    /// Of an IPv6 socket: it takes no IPv4.
    package let isIPv6Only: Bool
    /// The user that it belongs to.
    package let userID: UInt32
    package let inode: UInt64

    package init(
        address: IPAddress, port: Int, isIPv6Only: Bool = false, userID: UInt32 = 0,
        inode: UInt64 = 0
    ) {
        self.address = address
        self.port = port
        self.isIPv6Only = isIPv6Only
        self.userID = userID
        self.inode = inode
    }

    /// The addresses that it answers at, with `0.0.0.0` for a socket of IPv6 that takes both.
    package var addresses: [String] {
        if let inner = address.mapped { return [inner.description] }
        let isAny = address.bytes.allSatisfy { $0 == 0 }
        return address.isIPv6 && isAny && !isIPv6Only
            ? [address.description, "0.0.0.0"] : [address.description]
    }
}
