import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

@Suite("The interface check")
struct InterfaceCheckTests {
    @Test("the interface of loopback is described")
    func loopback() async throws {
        let result = try await CheckKind.interface.outcome(
            "name: lo, state: up, addresses: {contains: 127.0.0.1, all: {within: [127.0.0.0/8,"
                + " '::1']}}, mtu: {minimum: 1280}, mac: '00:00:00:00:00:00'")
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
            let none = try await outcome(in: folder, "mtu: {minimum: 1}")
            #expect(none.outcome == .undetermined && none.unknown.count == 1)
            try FileManager.default.createDirectory(
                atPath: folder.path("lo"), withIntermediateDirectories: true)
            for (name, text) in [("ifindex", "4711\n"), ("mtu", "1500\n"), ("operstate", "up\n")] {
                try folder.write("lo/\(name)", text.utf8)
            }
            // Another network's interface of the same name.
            let other = try await outcome(in: folder, "mtu: 1500")
            #expect(other.outcome == .undetermined, "\(other.summary)")
            #expect(other.facts["mtu"] == nil && other.facts["operstate"] == nil)
            let index = try String(contentsOfFile: "/sys/class/net/lo/ifindex", encoding: .utf8)
            try folder.write("lo/ifindex", index.utf8)
            let own = try await outcome(in: folder, "mtu: 1500")
            #expect(own.outcome == .met && own.facts["operstate"] == "up", "\(own.summary)")
            try folder.write("lo/speed", "-1\n".utf8)
            let unknown = try await outcome(in: folder, "speed: {maximum: 0}")
            #expect(unknown.outcome == .undetermined)
            try folder.write("lo/mtu", "many\n".utf8)
            #expect(try await outcome(in: folder, "mtu: {minimum: 1}").outcome == .undetermined)
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
