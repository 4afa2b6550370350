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

    /// The server, and the name in its certificate unless `serverName` is another.
    package var host: String
    /// The port, unless `connectTo` names another.
    package var port = 443
    /// What is dialled; nil for the host.
    package var connectTo: DialTarget?
    /// Nil for the host.
    package var serverName: String?
    /// The oldest version that is good enough.
    package var minimumVersion = TLSVersion.tls12
    /// The newest version that is offered; nil for the newest there is.
    package var maximumVersion: TLSVersion?
    /// The application protocols of which one must be selected; empty where none is offered.
    package var alpn: [String] = []
    /// The path of the authorities that are trusted; nil for the system's.
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
    /// Nil for the default of the checklist.
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
