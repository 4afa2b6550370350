import CanonicalJSON
import Rollout

extension CertificateExpectations {
    /// Until when certificates are as expected if nothing else changes; nil where that is not known,
    /// and where dates do not count.
    ///
    /// `pathEnd` is when the first certificate on the way to the authority ends; `expires` is about
    /// it too where `isWholeWay`.
    func end(
        of certificates: [TLSCertificate], pathEnd: Instant?, isWholeWay: Bool = false
    ) -> Instant? {
        guard isWholeWay || verify || expires != nil else { return nil }
        let least = expires?.fail ?? .zero
        let own = certificates.compactMap(\.notAfter).min()?.advanced(by: .zero - least)
        let way = verify ? pathEnd?.advanced(by: isWholeWay ? .zero - least : .zero) : nil
        return [own, way].compactMap(\.self).min()
    }

    /// The fact that says until when the certificates of sessions are as expected.
    func endFact(of sessions: [TLSObservation]) -> [String: JSONValue] {
        Self.endFact(
            sessions.compactMap {
                end(of: $0.certificates, pathEnd: $0.verification?.pathEnd)
            }.min())
    }

    /// Nothing where no end is known.
    static func endFact(_ end: Instant?) -> [String: JSONValue] {
        end.map { [CheckOutcome.endFact: .string($0.rfc3339)] } ?? [:]
    }
}
