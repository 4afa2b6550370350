import Glibc

/// A network interface, as the kernel lists it.
package struct NetworkInterface: Hashable, Sendable {
    package let index: Int
    /// In bytes; nil where the kernel does not tell it.
    package let mtu: Int?
    /// It is switched on.
    package let isUp: Bool
    /// It is switched on and can carry something: of a cable, that there is one.
    package let isRunning: Bool
    package let isLoopback: Bool
    /// Without the zones of IPv6, in the form in which they are compared, each once and in order.
    package let addresses: [String]
    /// Nil where it has none.
    package let hardwareAddress: String?

    package init(
        index: Int, mtu: Int?, isUp: Bool, isRunning: Bool, isLoopback: Bool,
        addresses: Set<String>, hardwareAddress: String?
    ) {
        self.index = index
        self.mtu = mtu
        self.isUp = isUp
        self.isRunning = isRunning
        self.isLoopback = isLoopback
        self.addresses = Set(addresses.map { IPAddress($0)?.compared.description ?? $0 }).sorted()
        self.hardwareAddress = hardwareAddress
    }
}
