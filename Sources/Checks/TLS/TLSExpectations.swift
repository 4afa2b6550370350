/// What a TLS check expects of a server.
package struct TLSExpectations: Hashable, Sendable {
    /// What is expected of client certificates.
    package enum ClientCertificate: Hashable, Sendable {
        /// The server asks for one.
        case requested
        /// The server asks for none.
        case none
        /// The server asks for one and does not turn this one down.
        case accepted(TLSPlan.Identity)
    }

    /// How long before their end certificates count as too close to it.
    package struct Expiry: Hashable, Sendable {
        /// Nil where nothing is to be said before a certificate fails.
        package let warn: Duration?
        package let fail: Duration

        package init(warn: Duration? = nil, fail: Duration = .zero) {
            self.warn = warn
            self.fail = fail
        }
    }

    package var host: String
    package var port = 443
    package var connectTo: DialTarget?
    /// Nil for the host.
    package var serverName: String?
    package var minimumVersion = TLSVersion.tls12
    package var maximumVersion: TLSVersion?
    package var alpn: [String] = []
    package var authorities: String?
    /// The chain, the dates and the name are held against the authorities and the name.
    package var verify = true
    /// Nil where the checklist says nothing of expiry.
    package var expires: Expiry?
    /// One of these must have issued a certificate of the path; empty where any may.
    package var issuers: [String] = []
    /// Nil where the checklist says nothing of client certificates.
    package var clientCertificate: ClientCertificate?
    /// The server must say that it accepts certificates of each of these.
    package var clientAuthorities: [String] = []
    package var timeout: Duration?

    package init(host: String) {
        self.host = host
    }

    /// The name that the certificate is to be for.
    package var name: String { serverName ?? host }

    /// The client certificate that is to be sent.
    package var identity: TLSPlan.Identity? {
        guard case .accepted(let identity) = clientCertificate else { return nil }
        return identity
    }
}
