import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

@Suite("The kernel-parameter check")
struct KernelParameterCheckTests {
    @Test("the value of the running kernel, as a text and as a number")
    func value() async throws {
        let release = try String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let met = try await CheckKind.kernelParameter.outcome(
            "name: kernel.osrelease, value: {equals: '\(release)'}")
        #expect(met.outcome == .met, "\(met.summary)")
        let number = try await CheckKind.kernelParameter.outcome(
            "name: kernel.pid_max, value: {minimum: 1, maximum: 99999999}")
        #expect(number.outcome == .met, "\(number.summary)")
        let text = try await CheckKind.kernelParameter.outcome(
            "name: kernel.osrelease, value: {minimum: 1}")
        #expect(text.outcome == .unmet)
        let several = try await CheckKind.kernelParameter.outcome(
            "name: kernel.printk, value: {matches: '^\\d+( \\d+){3}$'}")
        #expect(several.outcome == .met, "\(several.summary)")
    }

    @Test("a parameter that does not exist is unmet, whatever is expected")
    func absent() async throws {
        for value in ["{lacks: x}", "0"] {
            let outcome = try await CheckKind.kernelParameter.outcome(
                "name: kernel.no_such_thing, value: \(value)")
            #expect(outcome.outcome == .unmet && outcome.facts["exists"] == false)
        }
    }

    @Test("a parameter that cannot be read is undetermined")
    func unreadable() async throws {
        // A folder is none that can be read, whoever asks.
        let outcome = try await CheckKind.kernelParameter.outcome(
            "name: net.ipv4, value: {lacks: x}")
        #expect(outcome.outcome == .undetermined && outcome.code == .hostUnseen)
    }

    @Test(
        "a name that leads elsewhere is refused",
        arguments: ["a", "../a.b", "a..b", "a./b.c", "a b.c"])
    func names(_ name: String) throws {
        let (check, _) = try CheckKind.kernelParameter.reading("{name: '\(name)', value: 1}")
        #expect(check == nil)
    }
}
