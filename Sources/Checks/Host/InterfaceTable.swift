import Characters
import Files
import Glibc

/// Asks the kernel for the interfaces of this process's network.
///
/// Not /sys/class/net, which may show those of another network namespace.
enum InterfaceTable {
    struct Failure: Error {
        let error: SystemError
    }

    /// The interface of a name; nil where there is none.
    static func interface(named name: String) throws(Failure) -> NetworkInterface? {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { throw Failure(error: SystemError()) }
        defer { freeifaddrs(list) }
        var (index, hardware): (Int?, String?) = (nil, nil)
        var flags: UInt32 = 0
        var addresses: Set<String> = []
        var isListed = false
        var next = list
        while let entry = next?.pointee {
            next = entry.ifa_next
            // An address with a label is listed as `eth0:label`, which is no interface.
            guard let text = entry.ifa_name,
                String(cString: text).split(separator: ":").first.map(String.init) == name
            else { continue }
            isListed = true
            flags |= entry.ifa_flags
            // An interface without a hardware address, such as a tunnel, is listed without one.
            guard let address = entry.ifa_addr else { continue }
            // The family comes first; by name it belongs to whichever module is read first.
            if Int32(UnsafeRawPointer(address).load(as: sa_family_t.self)) == AF_PACKET {
                (index, hardware) = link(UnsafeRawPointer(address))
            } else if let text = IPAddress.text(address) {
                addresses.insert(text)
            }
        }
        // A second name of an interface (ip-link(8), altname) is not listed, but has a number.
        let number = index ?? Int(if_nametoindex(name))
        guard isListed || number > 0 else { return nil }
        guard isListed, number > 0 else { throw Failure(error: SystemError(ENODEV)) }
        return NetworkInterface(
            index: number, mtu: mtu(of: name), isUp: has(flags, 0x1),
            isRunning: has(flags, 0x1) && has(flags, 0x40),
            isLoopback: has(flags, 0x8), addresses: addresses, hardwareAddress: hardware)
    }

    /// The MTU as the kernel tells it of this process's network (netdevice(7)); nil where it does not.
    private static func mtu(of name: String) -> Int? {
        let bytes = Array(name.utf8)
        let most = 16
        let descriptor = socket(AF_INET, SocketKind.datagram | SocketKind.closedOnExec, 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // A `struct ifreq`: the name in 16 bytes, then what is asked for, in 24 more at most.
        return withUnsafeTemporaryAllocation(byteCount: 40, alignment: 8) { request -> Int? in
            guard bytes.count < most else { return nil }
            request.initializeMemory(as: UInt8.self, repeating: 0)
            request.copyBytes(from: bytes)
            // SIOCGIFMTU.
            guard let start = request.baseAddress, ioctl(descriptor, 0x8921, start) == 0 else {
                return nil
            }
            return Int(request.load(fromByteOffset: most, as: Int32.self))
        }
    }

    /// IFF_UP, IFF_LOOPBACK and IFF_RUNNING are 0x1, 0x8 and 0x40 (netdevice(7)).
    private static func has(_ flags: UInt32, _ flag: UInt32) -> Bool { flags & flag != 0 }

    /// The number and the hardware address in a `sockaddr_ll` (packet(7)), which has no name here.
    private static func link(_ address: UnsafeRawPointer) -> (index: Int, hardware: String?) {
        let index = address.loadUnaligned(fromByteOffset: 4, as: Int32.self)
        // The longest, those of InfiniBand, have 20 bytes; the list has room for 24.
        let length = min(24, Int(address.load(fromByteOffset: 11, as: UInt8.self)))
        let bytes = (0..<length).map { address.load(fromByteOffset: 12 + $0, as: UInt8.self) }
        let text = bytes.map { Hexadecimal.text([$0]) }.joined(separator: ":")
        return (Int(index), text.isEmpty ? nil : text)
    }
}
