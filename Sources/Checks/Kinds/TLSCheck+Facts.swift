package import CanonicalJSON
import Rollout

extension TLSCheck {
    package func facts(of report: ConnectionReport) -> [String: JSONValue] {
        var facts = report.facts.merging(endpoint.facts) { _, own in own }
        facts["server-name"] = .string(expected.certificate.name)
        guard let tls = report.tls else { return facts }
        facts.merge(tls.facts) { _, tls in tls }
        facts.merge(expected.certificate.endFact(of: [tls])) { _, end in end }
        if !tls.certificates.isEmpty {
            facts["authorities"] = .string(expected.certificate.authorities ?? "system")
        }
        return facts
    }
}
