package import CanonicalJSON
import Rollout

extension TLSObservation {
    /// As many certificates of a chain as a report needs; the number of all is told beside them.
    private static let certificatesShown = 20

    /// What was seen of TLS, by name.
    package var facts: [String: JSONValue] {
        var facts: [String: JSONValue] = [:]
        if let own = ownCertificate { facts["own-certificate"] = own.fact }
        if let ending { facts["handshake"] = .string(ending.name) }
        if let milliseconds = handshakeMilliseconds {
            facts["handshake-ms"] = .integer(Int64(milliseconds))
        }
        if !firstBytes.isEmpty { facts["first-bytes"] = .string(firstBytes) }
        if let session { facts.merge(session.facts) { _, new in new } }
        if !certificates.isEmpty { addCertificates(to: &facts) }
        return facts
    }

    private func addCertificates(to facts: inout [String: JSONValue]) {
        facts["certificates"] = .array(certificates.prefix(Self.certificatesShown).map(\.fact))
        facts["certificates-count"] = .integer(Int64(certificates.count))
        facts["revocation"] = .string(stapling?.revocation(at: instant) ?? "not checked")
        if let stapling { facts["stapled"] = stapling.fact }
        if let end = certificates.compactMap(\.notAfter).min() {
            facts["earliest-end"] = .string(end.rfc3339)
        }
        if let end = verification?.pathEnd { facts["verified-chain-end"] = .string(end.rfc3339) }
        if let verification { facts["verification"] = verification.fact }
        facts["client-certificate-requested"] = .boolean(requestedCertificate)
        if requestedCertificate {
            facts["client-authorities"] = .array(acceptedAuthorities.map { .string($0.text) })
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
