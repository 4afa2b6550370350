import Checks
import Foundation
import Rollout
import Subprocess
import SystemPackage
import Testing

/// A dnsmasq of its own for a test.
enum Dnsmasq {
    private static let path = "/usr/sbin/dnsmasq"

    /// Whether the suite can run; where tests run unattended, it must.
    static var isMissing: Bool {
        guard !FileManager.default.isExecutableFile(atPath: path) else { return false }
        guard ProcessInfo.processInfo.environment["CI"] != "true" else { return false }
        print("The dnsmasq suite is skipped: \(path) is missing (Debian package dnsmasq-base).")
        return true
    }

    struct DidNotStart: Error {}

    /// Runs a server for zones below `test` as long as the body runs.
    static func run<Result: Sendable>(
        _ options: [String], body: (DNSServer) async throws -> Result
    ) async throws -> Result {
        for _ in 0..<5 {
            let server = DNSServer(address: "127.0.0.1", port: try LoopbackSocket.freePort())
            let arguments =
                [
                    "--keep-in-foreground", "--conf-file=/dev/null", "--port=\(server.port)",
                    "--listen-address=127.0.0.1", "--bind-interfaces", "--no-resolv", "--no-hosts",
                    "--pid-file=", "--user=", "--log-facility=/dev/null", "--local=/test/",
                    "--host-record=up.test,127.0.0.9",
                ] + options
            let outcome = try await Subprocess.run(
                .path(FilePath(path)), arguments: Arguments(arguments), input: .none,
                output: .discarded, error: .discarded
            ) { execution -> Result? in
                defer { try? execution.send(signal: .terminate) }
                guard await answers(server) else { return nil }
                return try await body(server)
            }
            if let result = outcome.closureResult { return result }
        }
        throw DidNotStart()
    }

    /// Waits until the server answers, for ten seconds at most.
    private static func answers(_ server: DNSServer) async -> Bool {
        let probe = DNSCheck(DNSInquiry(name: "up.test", type: .a, server: server))
        let clock = ContinuousClock()
        let latest = clock.now.advanced(by: .seconds(10))
        while clock.now < latest {
            let result = await probe.carryOut(in: .fixture(timeout: .milliseconds(100)))
            if result.outcome == .met { return true }
        }
        return false
    }
}
