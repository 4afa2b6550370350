import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// The `clock` check against chrony.
@Suite("The clock check and chrony", .enabled(if: !Chrony.isMissing))
struct ClockServerTests {
    /// Asks until the server answers, for half a minute at most.
    private func ask(_ port: Int) async throws -> CheckOutcome {
        let check = ClockCheck(
            Endpoint(host: "127.0.0.1", port: port), maximum: .milliseconds(500))
        let environment = CheckEnvironment(
            folder: "/", timeout: .milliseconds(300), commands: .refused, variables: [:],
            clock: {
                Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            })
        let latest = ContinuousClock.now.advanced(by: .seconds(30))
        while true {
            let outcome = await check.carryOut(in: environment)
            let hasAnswered = outcome.facts["stratum"] != nil
            if hasAnswered || ContinuousClock.now > latest { return outcome }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test("a server on this machine agrees with its clock")
    func agreement() async throws {
        let result = try await Chrony.with("local stratum 10") { try await ask($0) }
        #expect(result.outcome == .met, "\(result.summary)")
        #expect(result.facts["stratum"] == 10 && result.facts["leap"] == "none")
        #expect(result.facts["reference"] == "127.127.1.1")
    }

    @Test("a server without a source of time leaves the clock undetermined")
    func unsynchronised() async throws {
        let result = try await Chrony.with("server 127.0.0.2 port 9") { try await ask($0) }
        #expect(result.outcome == .undetermined && result.code == .timeUnusable)
        #expect(result.detail.contains("not synchronised"), "\(result.summary)")
    }
}
