import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// Something weak that a server is offered to see whether it still takes it.
package enum TLSOffer: Hashable, Sendable, CustomStringConvertible {
    case version(TLSVersion)
    /// The name of a cipher suite, as IANA or OpenSSL has it.
    case cipher(String)

    /// What became of an offer.
    package enum Answer: Hashable, Sendable {
        case taken
        case refused(String)
        /// It is not known what the server makes of it.
        case unknown(String)
    }

    package var description: String {
        switch self {
        case .version(let version): return version.description
        case .cipher(let name): return name
        }
    }

    /// The plan that offers this and nothing else.
    func narrow(_ plan: TLSPlan) -> TLSPlan {
        var plan = plan
        switch self {
        case .version(let version):
            plan.maximumVersion = version
            plan.minimumVersion = version
        case .cipher(let name): plan.cipher = name
        }
        return plan
    }

    /// What the server made of the offer, by what came of the connection.
    func answer(_ report: ConnectionReport) -> Answer {
        guard let failure = report.failure else { return .taken }
        if case .setup(let obstacle) = failure {
            return .unknown(obstacle.values["detail"].map { "no offer: \($0)" } ?? failure.name)
        }
        guard case .handshake(let ending) = failure else { return .unknown(failure.name) }
        // It had agreed on the session before it asked who we are.
        if report.tls?.isShown ?? false { return .taken }
        switch ending {
        case .alert(let alert) where refusals.contains(alert.number):
            if case .cipher(let name) = self, let doubt = OpenSSLCurves.here.doubt(about: name) {
                return .unknown("\(alert), \(doubt)")
            }
            return .refused(alert.description)
        case .failed(let text) where text == "unsupported protocol" || text == "wrong ssl version":
            return .refused("it insists on another version")
        case .alert: return .unknown("\(ending.name), which may be about something else")
        default: return .unknown(ending.name)
        }
    }
}

extension TLSOffer {
    /// The alerts that say no to it and to nothing else (RFC 8446 section 6): that no parameters are
    /// shared may be for ciphers that we do not have, whatever the version.
    ///
    /// A server that hangs up says nothing: something on the way may have done it.
    fileprivate var refusals: [Int] {
        switch self {
        case .version: return [70, 86]
        case .cipher: return [40, 70, 71, 86]
        }
    }
}

extension ValueType where Value == TLSOffer {
    /// A version, or the name of a cipher suite.
    static var tlsOffer: ValueType {
        scalar(
            "a version of TLS (1.0, 1.1, 1.2 or 1.3) or the name of one cipher suite",
            schema: [
                "type": ["string", "number"],
                "pattern": "^(1\\.[0-3]|[A-Za-z0-9]+[-_][A-Za-z0-9_-]+)$", "maxLength": 64,
            ]
        ) { text in
            if let version = TLSVersion(rawValue: text) { return .version(version) }
            // OpenSSL's words for many suites, such as HIGH, are single ones.
            let parts = text.utf8.split(omittingEmptySubsequences: false) { "-_".utf8.contains($0) }
            let isName =
                parts.count > 1 && !(parts.first?.isEmpty ?? true)
                && parts.joined().allSatisfy { $0.isLetter || $0.isDigit }
            return isName && text.utf8.count <= 64 && text.utf8.contains(where: \.isLetter)
                ? .cipher(text) : nil
        }
    }
}
