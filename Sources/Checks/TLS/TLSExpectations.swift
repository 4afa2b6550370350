/// What is expected of a TLS session, whatever is said in it.
package struct TLSExpectations: Hashable, Sendable {
    /// What is expected of client certificates.
    package enum ClientCertificate: Hashable, Sendable {
        /// The server asks for one.
        case requested
        /// The server asks for none.
        case none
        /// The server asks for one and does not turn this one down.
        case accepted(ClientIdentity)
    }

    /// What the server's certificates are held against.
    package var certificate: CertificateExpectations
    /// The oldest version that is good enough.
    package var minimumVersion = TLSVersion.tls12
    /// The newest version that is offered; nil for the newest there is.
    package var maximumVersion: TLSVersion?
    /// The application protocols of which one must be selected; empty where none is offered.
    package var alpn: [String] = []
    /// Nil where the checklist says nothing of client certificates.
    package var clientCertificate: ClientCertificate?
    /// The server must say that it accepts certificates of each of these.
    package var clientAuthorities: [String] = []

    /// What must be stapled to the server's certificate; nil where it is not asked for.
    package var stapled: TLSStapling.Wanted?

    package init(serverName: String) {
        certificate = CertificateExpectations(name: serverName)
    }

    /// It uses files, which may lie where its author may not read them.
    var namesFiles: Bool { !files.isEmpty }

    /// The files that it uses, each once.
    var files: [String] {
        [certificate.authorities, identity?.certificate, identity?.key].compactMap(\.self)
            .reduce(into: []) { files, file in if !files.contains(file) { files.append(file) } }
    }

    /// The client certificate that is to be sent.
    package var identity: ClientIdentity? {
        guard case .accepted(let identity) = clientCertificate else { return nil }
        return identity
    }
}
