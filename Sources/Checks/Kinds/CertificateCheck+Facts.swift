package import CanonicalJSON
import Rollout

extension CertificateCheck {
    /// As many certificates of a file as a report needs.
    private static let shown = 20

    package func seen(in observation: CertificateObservation) -> [String: TypedValue] {
        guard case .read(let entries) = observation.certificates, let own = entries.first else {
            return [:]
        }
        var seen: [String: TypedValue] = [
            "public-key": .text(own.certificate.keySHA256),
            "issuer": .text(own.certificate.issuer.short),
        ]
        let names = own.certificate.destinations
        if !names.isEmpty { seen["names"] = .texts(names) }
        return seen
    }

    package func unsaid(in observation: CertificateObservation) -> [String] {
        guard case .read(let entries) = observation.certificates, let own = entries.first else {
            return []
        }
        let said = Set(own.certificate.destinations.flatMap { ["DNS:\($0)", "IP:\($0)"] })
        return own.certificate.names.filter { !said.contains($0) }.map { "the name \($0)" }
    }

    package func facts(of observation: CertificateObservation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["path": .string(path)]
        if let format = observation.format { facts["format"] = .string(format) }
        if case .read(let key)? = observation.key { facts["key"] = key.fact }
        switch observation.certificates {
        case .absent: facts["exists"] = false
        case .unknown: break
        case .other: facts["exists"] = true
        case .read(let entries):
            facts["exists"] = true
            facts["certificates"] = .array(entries.prefix(Self.shown).map(\.fact))
            facts["certificates-count"] = .integer(Int64(entries.count))
            facts["revocation"] = "not checked"
            if let end = entries.compactMap(\.certificate.notAfter).min() {
                facts["earliest-end"] = .string(end.rfc3339)
            }
            let last = expected.certificate.end(
                of: entries.map(\.certificate), pathEnd: observation.verification?.pathEnd,
                isWholeWay: true)
            facts.merge(CertificateExpectations.endFact(last)) { _, end in end }
        }
        guard let verification = observation.verification else { return facts }
        facts["authorities"] = .string(expected.certificate.authorities ?? "system")
        facts["verification"] = verification.fact
        if let end = verification.pathEnd { facts["verified-chain-end"] = .string(end.rfc3339) }
        return facts
    }
}

extension CertificateObservation.Entry {
    fileprivate var fact: JSONValue {
        guard case .object(var members) = certificate.fact else { return certificate.fact }
        members["authority"] = .string(traits.authority.rawValue)
        members["usages"] = .array(
            traits.namesUsages
                ? traits.usages.map { .string($0.rawValue) } : [.string("not restricted")])
        return .object(members)
    }
}

extension CertificateObservation.Key {
    fileprivate var fact: JSONValue {
        var members: [String: JSONValue] = [
            "type": .string(type), "bits": .integer(Int64(bits)),
        ]
        if let place { members["certificate"] = .integer(Int64(place + 1)) }
        return .object(members)
    }
}
