import Rollout

/// Whether a file holds the certificates that it should, with the key that belongs to them.
package struct CertificateCheck: Check {
    /// What a file is held against; what the checklist does not say is nil or empty.
    package struct Expected: Hashable, Sendable {
        /// What `tls` asks of certificates too; the chain is verified where authorities are named.
        package var certificate = CertificateExpectations(name: "")
        /// What the chain is verified for; nil for anything.
        package var purpose: CertificateUsage?
        /// The first certificate is to be for all of them.
        package var names: [String] = []
        /// The first certificate permits all of them.
        package var usages: [CertificateUsage] = []
        /// Whether the first certificate is one of an authority.
        package var isAuthority: Bool?
        /// Of the first certificate.
        package var signature: ValueExpectation?

        package init() {
            certificate.verify = false
        }
    }

    /// As the checklist writes it; relative to the checklist's folder.
    package let path: String
    /// The file of the private key; nil where none is asked for.
    package var key: String?
    /// Opens whatever is encrypted.
    package var password: Secret?
    package let expected: Expected

    package init(_ path: String, expected: Expected = Expected()) {
        self.path = path
        self.expected = expected
    }

    package var subject: String { path }
    package var machinePath: String? { path }

    package var reach: String { "reads the file \(path)" }

    package var alsoReads: [String] {
        let files = [key == path ? nil : key, expected.certificate.authorities]
        return files.compactMap(\.self) + secretFiles
    }

    /// What a file says of itself becomes facts, which its author may not read.
    package var mayNeedTrust: Bool { true }
    package var secrets: [Secret] { password.map { [$0] } ?? [] }

    package func observe(_ environment: CheckEnvironment) async -> CertificateObservation {
        let trust = CertificateVisit.Trust(
            authorities: expected.certificate.authorities.map(environment.path),
            usage: expected.purpose)
        let visit = CertificateVisit(
            path: environment.path(path), keyPath: key.map(environment.path),
            password: password.flatMap { environment.secrets[$0] },
            confinement: environment.confinement,
            names: expected.names,
            trust: expected.certificate.verify ? trust : nil, cache: environment.authorities,
            instant: environment.clock())
        let limit = environment.timeout.language
        return await CheckThreads.run(environment.timeout) { deadline in
            // A file says itself how long trying a password takes.
            CheckThreads.abandonable(deadline) { visit.look() }
                ?? CertificateObservation(
                    instant: visit.instant,
                    certificates: .unknown(
                        deadline.isStopped
                            ? Obstacle(.stopped)
                            : Obstacle(.fileTimedOut, ["path": visit.path, "limit": limit])))
        }
    }
}
