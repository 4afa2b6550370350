import Glibc

/// A network interface, as the kernel lists it.
package struct NetworkInterface: Hashable, Sendable {
    package let index: Int
    /// It is switched on.
    package let isUp: Bool
    /// It is switched on and can carry something: of a cable, that there is one.
    package let isRunning: Bool
    package let isLoopback: Bool
    /// Without the zones of IPv6, each once and in order.
    package let addresses: [String]
    /// Nil where it has none.
    package let hardwareAddress: String?

    package init(
        index: Int, isUp: Bool, isRunning: Bool, isLoopback: Bool, addresses: [String],
        hardwareAddress: String?
    ) {
        self.index = index
        self.isUp = isUp
        self.isRunning = isRunning
        self.isLoopback = isLoopback
        self.addresses = addresses
        self.hardwareAddress = hardwareAddress
    }
}
