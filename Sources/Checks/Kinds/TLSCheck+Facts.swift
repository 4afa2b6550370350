package import CanonicalJSON
import Rollout

extension TLSCheck {
    /// As many certificates of a chain as a report needs; the number of all is told beside them.
    private static let certificatesShown = 20

    package func facts(of observation: TLSObservation) -> [String: JSONValue] {
        var facts = observation.dial.facts
        facts["host"] = .string(expected.host)
        facts["port"] = .integer(Int64(expected.port))
        facts["server-name"] = .string(expected.name)
        if let connectTo = expected.connectTo { facts["connect-to"] = .string("\(connectTo)") }
        if let trouble = observation.trouble { facts["failure"] = .string(trouble) }
        if let own = observation.ownCertificate { facts["own-certificate"] = own.fact }
        guard let ending = observation.ending else { return facts }
        facts["handshake"] = .string(ending.name)
        if !ending.isEstablished { facts["failure"] = .string(ending.name) }
        if let milliseconds = observation.handshakeMilliseconds {
            facts["handshake-ms"] = .integer(Int64(milliseconds))
        }
        if !observation.firstBytes.isEmpty {
            facts["first-bytes"] = .string(observation.firstBytes)
        }
        if let session = observation.session { facts.merge(session.facts) { _, new in new } }
        if !observation.certificates.isEmpty { addCertificates(of: observation, to: &facts) }
        return facts
    }

    private func addCertificates(
        of observation: TLSObservation, to facts: inout [String: JSONValue]
    ) {
        let all = observation.certificates
        facts["certificates"] = .array(all.prefix(Self.certificatesShown).map(\.fact))
        facts["certificates-count"] = .integer(Int64(all.count))
        facts["revocation"] = "not checked"
        facts["authorities"] = .string(expected.authorities ?? "system")
        if let verification = observation.verification {
            facts["verification"] = verification.fact
        }
        facts["client-certificate-requested"] = .boolean(observation.requestedCertificate)
        if observation.requestedCertificate {
            facts["client-authorities"] = .array(
                observation.acceptedAuthorities.map { .string($0.text) })
        }
    }
}

extension TLSObservation.Session {
    fileprivate var facts: [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "version": .string(versionText), "cipher": .string(cipher),
            "secure-renegotiation": .boolean(secureRenegotiation),
        ]
        if !group.isEmpty { facts["group"] = .string(group) }
        if !signature.isEmpty { facts["signature"] = .string(signature) }
        if !alpn.isEmpty { facts["alpn"] = .string(alpn) }
        return facts
    }
}
