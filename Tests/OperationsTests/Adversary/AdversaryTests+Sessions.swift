import Checks
import Foundation
import Rollout

extension AdversaryTests {
    /// Connections and sessions that are not what they look like.
    static let sessions: [Attack] = [
        session(1, "a server that never says what it makes of the certificate", "undetermined") {
            $0.ending = .accepted(.unopposed)
        },
        session(1, "a server that hangs up after the certificate", "undetermined") {
            $0.ending = .closedAfterCertificate
        },
        session(1, "a server that speaks first and rejects the certificate then", "unmet") {
            $0.ending = .rejectsCertificate(.init(number: 48, name: "unknown CA"))
        },
        session(1, "a server that demands a certificate when none is given", "unmet", gives: false)
        {
            $0.ending = .demandsCertificate(nil)
        },
        session(1, "a session that was broken off", "undetermined", gives: false) {
            $0.ending = .interrupted("lost")
        },
        session(1, "a session without a certificate", "unmet", gives: false) {
            $0.certificates = []
            $0.verification = nil
        },
        session(10, "a key exchange of 1,024 bits", "unmet", gives: false) {
            $0.session = .init(
                versionText: "TLS 1.2", version: .tls12,
                keyExchange: .init(type: "DH", bits: 1024, strength: 80))
        },
        Attack(9, "a port that is its own caller", "refused") {
            try selfConnection() == ECONNREFUSED ? "refused" : "connected"
        },
    ]

    private static let name = TLSCertificate.Name(text: "CN=s", commonNames: ["s"])

    private static func session(
        _ number: Int, _ name: String, _ wanted: String, gives: Bool = true,
        _ change: @escaping @Sendable (inout TLSObservation) -> Void
    ) -> Attack {
        Attack(number, name, "\(wanted):") {
            var seen = TLSObservation(instant: Place.start)
            seen.ending = .established
            seen.requestedCertificate = gives
            seen.session = .init(versionText: "TLS 1.3", version: .tls13)
            seen.certificates = [
                TLSCertificate(
                    subject: Self.name, issuer: Self.name, names: ["DNS:s"],
                    notBefore: Instant(milliseconds: 0),
                    notAfter: Instant(milliseconds: 4_000_000_000_000))
            ]
            seen.verification = TLSVerification(
                problems: [], hasRun: true, result: 0, resultText: "result", nameMatches: true,
                path: [Self.name], issuers: [Self.name], hasNoAuthorities: false)
            guard judged(seen, gives: false).hasPrefix("met") else { return "the base is not met" }
            change(&seen)
            return judged(seen, gives: gives)
        }
    }

    private static func judged(_ seen: TLSObservation, gives: Bool) -> String {
        var expected = TLSExpectations(serverName: "s")
        if gives {
            expected.clientCertificate = .accepted(ClientIdentity(certificate: "c", key: "k"))
        }
        let failure = seen.ending.flatMap { ending in
            ending.isEstablished ? nil : ConnectionFailure.handshake(ending)
        }
        let attempt = DialReport.Attempt(address: "192.0.2.1", result: .connected)
        let report = ConnectionReport(
            dial: DialReport(host: "s", port: 443, attempts: [attempt]), limit: .seconds(1),
            tls: seen, failure: failure)
        return words(
            TLSCheck(Endpoint(host: "s", port: 443), expected).judge(
                report, at: Place.start, until: Deadline(.seconds(60))))
    }

    /// Connects a socket to itself, as the system may do where nobody listens.
    private static func selfConnection() throws -> Int32 {
        guard let own = DialSocket(family: AF_INET) else { throw LoopbackPorts.NoPort() }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0002).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(own.descriptor, address, length)
                    + getsockname(own.descriptor, address, &length)
                    + connect(own.descriptor, address, length)
            }
        }
        guard result == 0 || errno == EINPROGRESS else { throw LoopbackPorts.NoPort() }
        return own.connectionError
    }
}
