import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let interface = CheckKind(
        "interface",
        "Whether a network interface of this machine is there and set as it should be.",
        facts: [
            "name": "The name.", "exists": "Whether there is such an interface.",
            "state": "`up` where it is switched on and can carry something, else `down`.",
            "switched-on": "Whether it is switched on.",
            "operstate": "The state in the kernel's words.",
            "loopback": "Whether it leads back to this machine.",
            "addresses": "Its addresses, without zones.", "mtu": "The MTU.",
            "mac": "The hardware address.", "speed-mbit": "The speed in megabits per second.",
        ],
        example: """
            - interface: {name: eth0, state: up, mtu: 1500, addresses: {contains: 192.0.2.7}}
            - interface: {name: eth1, addresses: {any: {within: "2001:db8::/32"}}, speed: {minimum: 1000}}
            - interface: {name: docker0, exists: false}
            """
    ) { options in
        let name = options.required("name", .interfaceName, "The name, such as `eth0`.")
        var expected = InterfaceCheck.Expected()
        expected.exists = options.optional(
            "exists", .boolean, default: true, "true", "Whether it must be there.")
        expected.state = options.optional(
            "state", .choice, "`up`: it is switched on and can carry something; `down`: not so.")
        expected.addresses = options.optional(
            "addresses", .expectation(of: .list(.address)),
            "Its addresses of IPv4 and IPv6, without zones.")
        expected.mtu = options.optional("mtu", .expectation(of: .number), "The MTU, in bytes.")
        expected.mac = options.optional("mac", .hardwareAddress, "The hardware address.")
        expected.speed = options.optional(
            "speed", .expectation(of: .number), "The speed in megabits per second.")
        let others = ["state", "addresses", "mtu", "mac", "speed"]
        options.refuse(
            where: !expected.exists && others.contains { options.has($0) },
            "an interface that must not be there has nothing to compare",
            fix: "remove exists: false, or the other options", at: "exists")
        let read = expected
        return options.make(name) { InterfaceCheck($0, expected: read) }
    }
}

extension ValueType where Value == String {
    /// A name as the kernel takes it, which is also one of a folder.
    fileprivate static var interfaceName: ValueType {
        scalar(
            "the name of an interface (at most 15 bytes, no / : or blank)",
            schema: ["type": ["string", "number"], "pattern": "^[^/:\\s]{1,15}$"]
        ) { text in
            let isName = text.utf8.allSatisfy { $0 > 32 && $0 != 127 && !"/:".utf8.contains($0) }
            return isName && (1...15).contains(text.utf8.count) && ![".", ".."].contains(text)
                ? text : nil
        }
    }

    fileprivate static var hardwareAddress: ValueType {
        scalar(
            "a hardware address (pairs of hexadecimal digits with colons)",
            schema: ["type": "string", "pattern": "^[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5,7}$"]
        ) { text in
            let pairs = text.lowercased().replacing("-", with: ":").split(
                separator: ":", omittingEmptySubsequences: false)
            let isOne = pairs.allSatisfy { pair in
                pair.utf8.count == 2
                    && pair.utf8.allSatisfy { $0.isDigit || (97...102).contains($0) }
            }
            return isOne && (6...8).contains(pairs.count) ? pairs.joined(separator: ":") : nil
        }
    }
}
