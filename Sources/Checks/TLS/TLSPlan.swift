package import Rollout

/// What is needed to know to make one TLS session.
package struct TLSPlan: Hashable, Sendable {
    /// The name or address that the certificate is to be for; a name is also sent as SNI.
    package let serverName: String
    /// The newest version that is offered; nil for the newest there is.
    package var maximumVersion: TLSVersion?
    /// The oldest version that is offered; nil for the oldest there is.
    var minimumVersion: TLSVersion?
    /// The one cipher suite that is offered; nil for all.
    var cipher: String?
    /// The server is asked to staple whether its certificate was revoked.
    var asksForStatus = false
    /// The application protocols that are offered, the preferred first.
    package let alpn: [String]
    /// The path of the authorities that are trusted; nil for the system's.
    package let authorities: String?
    /// Our own certificate; nil where none is to be sent.
    package let identity: ClientIdentity?
    /// The folder that these files must lie in, whatever links lead there; nil where any may be.
    var confinement: String?
    /// The moment for which certificates are verified, and for which their dates are judged.
    package let instant: Instant

    package init(
        serverName: String, maximumVersion: TLSVersion? = nil, alpn: [String] = [],
        authorities: String? = nil, identity: ClientIdentity? = nil, instant: Instant
    ) {
        self.serverName = serverName
        self.maximumVersion = maximumVersion
        self.alpn = alpn
        self.authorities = authorities
        self.identity = identity
        self.instant = instant
    }

    /// The plan for what a checklist expects, at this moment.
    package init(_ expected: TLSExpectations, in environment: CheckEnvironment) {
        self.init(
            serverName: expected.certificate.name, maximumVersion: expected.maximumVersion,
            alpn: expected.alpn,
            authorities: expected.certificate.authorities.map(environment.path),
            identity: expected.identity.map {
                ClientIdentity(
                    certificate: environment.path($0.certificate), key: environment.path($0.key))
            },
            instant: environment.clock())
        asksForStatus = expected.stapled != nil
        confinement = environment.confinement
    }

    /// A key that its author may not read logs in wherever the checklist likes.
    func requirePermission() throws(TLSSetupFailure) {
        guard let identity else { return }
        try CredentialFile.requirePermission(
            identity.certificate, .clientCertificate, confinement)
        try CredentialFile.requirePermission(identity.key, .clientKey, confinement)
    }

    /// The name that is sent as SNI: never an address, and without the dot that ends a full name
    /// (RFC 6066 section 3).
    var sentName: String? { Self.sentName(of: serverName) }

    /// A name as certificates have it; nil for an address.
    static func sentName(of name: String) -> String? {
        guard !DialAddress.isLiteral(name) else { return nil }
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }
}
