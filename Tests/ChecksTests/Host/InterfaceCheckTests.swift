import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

@Suite("The interface check")
struct InterfaceCheckTests {
    @Test("the interface of loopback is described")
    func loopback() async throws {
        // Others may have given it further addresses.
        let result = try await CheckKind.interface.outcome(
            "name: lo, state: up, addresses: {contains: 127.0.0.1, any: {within: [127.0.0.0/8]}},"
                + " mtu: {minimum: 1280}, mac: '00:00:00:00:00:00'")
        #expect(result.outcome == .met, "\(result.summary)")
        #expect(result.facts["loopback"] == true && result.facts["switched-on"] == true)
        #expect(result.facts["mtu"]?.integer ?? 0 >= 1280)
        #expect(result.facts["mac"] == "00:00:00:00:00:00")
    }

    @Test(
        "what is not so is unmet",
        arguments: [
            ("state: down", "the state up"), ("mac: '02:00:00:00:00:01'", "00:00"),
            ("addresses: {contains: 192.0.2.99}", "127.0.0.1"), ("mtu: 1", "the MTU"),
        ])
    func unmet(_ option: String, _ actual: String) async throws {
        let result = try await CheckKind.interface.outcome("name: lo, \(option)")
        #expect(result.outcome == .unmet, "\(result.summary)")
        #expect(result.unmet.contains { $0.contains(actual) }, "\(result.unmet)")
    }

    @Test("an interface that is missing is unmet, whatever is expected, unless it must be missing")
    func absent() async throws {
        let unmet = try await CheckKind.interface.outcome(
            "name: nothing0, addresses: {lacks: '::1'}")
        #expect(unmet.outcome == .unmet && unmet.facts["exists"] == false)
        let met = try await CheckKind.interface.outcome("name: nothing0, exists: false")
        #expect(met.outcome == .met)
        let there = try await CheckKind.interface.outcome("name: lo, exists: false")
        #expect(there.outcome == .unmet)
    }

    @Test(
        "an address of IPv4 that is written as one of IPv6 is found in both forms",
        arguments: ["::ffff:192.0.2.1", "192.0.2.1", "::ffff:c000:201"])
    func mapped(_ address: String) throws {
        let (read, mistakes) = try CheckKind.interface.reading(
            "{name: eth0, addresses: {lacks: '\(address)'}}")
        let check = try #require(read?.check as? InterfaceCheck, "\(mistakes)")
        for seen in ["::ffff:192.0.2.1", "192.0.2.1"] {
            let interface = NetworkInterface(
                index: 2, mtu: 1500, isUp: true, isRunning: true, isLoopback: false,
                addresses: [seen, "::1"], hardwareAddress: nil)
            let result = check.judge(
                .there(interface, state: nil, mtu: .number(1500), speed: .unknown("none")),
                at: Instant(milliseconds: 0)
            ).result
            #expect(result.outcome == .unmet, "\(seen): \(result.summary)")
        }
    }

    private func outcome(in folder: Folder, _ options: String) async throws -> CheckOutcome {
        let (check, mistakes) = try CheckKind.interface.reading("{name: lo, \(options)}")
        var own = try #require(check?.check as? InterfaceCheck, "\(mistakes)")
        own.folder = folder.path
        return await own.carryOut(in: .fixture())
    }

    @Test("what the kernel does not tell is undetermined")
    func unreadable() async throws {
        let speed = try await CheckKind.interface.outcome("name: lo, speed: {minimum: 0}")
        #expect(speed.outcome == .undetermined, "\(speed.summary)")
        try await Folder.temporary { folder in
            let none = try await outcome(in: folder, "speed: {minimum: 1}")
            #expect(none.outcome == .undetermined && none.unknown.count == 1)
            // The MTU is asked of the kernel, whatever the folder shows.
            let mtu = try await outcome(in: folder, "mtu: {minimum: 1}")
            #expect(mtu.outcome == .met && mtu.facts["operstate"] == nil)
            try FileManager.default.createDirectory(
                atPath: folder.path("lo"), withIntermediateDirectories: true)
            let own = Dictionary(
                uniqueKeysWithValues: try ["ifindex", "mtu", "address"].map {
                    ($0, try String(contentsOfFile: "/sys/class/net/lo/\($0)", encoding: .utf8))
                })
            for (name, text) in own.merging(
                ["operstate": "up\n", "speed": "10\n"], uniquingKeysWith: { $1 })
            {
                try folder.write("lo/\(name)", text.utf8)
            }
            let same = try await outcome(in: folder, "speed: 10")
            #expect(same.outcome == .met && same.facts["operstate"] == "up", "\(same.summary)")
            // An interface of the same name in another network, which counts its own from 1 too.
            for (name, text) in [
                ("ifindex", "4711\n"), ("mtu", "999\n"), ("mtu", "many\n"),
                ("address", "02:00:00:00:00:01\n"),
            ] {
                try folder.write("lo/\(name)", text.utf8)
                let other = try await outcome(in: folder, "speed: 10")
                #expect(other.outcome == .undetermined, "\(name): \(other.summary)")
                #expect(other.facts["operstate"] == nil)
                try folder.write("lo/\(name)", (own[name] ?? "").utf8)
            }
            try folder.write("lo/speed", "-1\n".utf8)
            let unknown = try await outcome(in: folder, "speed: {maximum: 0}")
            #expect(unknown.outcome == .undetermined)
        }
    }

    @Test(
        "a name that leads elsewhere is refused",
        arguments: ["..", ".", "a/b", "a:b", "a b", "sixteen-bytes-xx", ""])
    func names(_ name: String) throws {
        let (check, _) = try CheckKind.interface.reading("{name: '\(name)'}")
        #expect(check == nil)
    }
}
