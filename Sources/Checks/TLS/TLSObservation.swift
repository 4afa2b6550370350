package import Rollout

/// Everything that was seen of one attempt to make a TLS session.
package struct TLSObservation: Hashable, Sendable {
    /// A key that a server makes for one session.
    package struct KeyExchange: Hashable, Sendable {
        /// Such as `DH` or `X25519`.
        package let type: String
        package let bits: Int
        /// How many bits of a symmetric key it is worth.
        package let strength: Int

        package init(type: String, bits: Int, strength: Int) {
            self.type = type
            self.bits = bits
            self.strength = strength
        }
    }

    /// What was agreed on.
    package struct Session: Hashable, Sendable {
        /// Such as `TLS 1.3`.
        package let versionText: String
        /// Nil where the version is none that can be asked for.
        package let version: TLSVersion?
        /// The name of the suite in the registry of IANA.
        package let cipher: String
        /// The group of the key exchange; empty where there is none.
        package let group: String
        /// Nil where the server made no key for the session.
        package let keyExchange: KeyExchange?
        /// How the server signed, such as `RSA-PSS SHA256`; empty where it is not known.
        package let signature: String
        /// The application protocol; empty where none was selected.
        package let alpn: String
        package let secureRenegotiation: Bool
        /// How many bits the key of the cipher has; nil where it is not known.
        package let cipherBits: Int?

        package init(
            versionText: String, version: TLSVersion?, cipher: String = "", group: String = "",
            keyExchange: KeyExchange? = nil, signature: String = "", alpn: String = "",
            secureRenegotiation: Bool = true, cipherBits: Int? = nil
        ) {
            self.versionText = versionText
            self.version = version
            self.cipher = cipher
            self.group = group
            self.keyExchange = keyExchange
            self.signature = signature
            self.alpn = alpn
            self.secureRenegotiation = secureRenegotiation
            self.cipherBits = cipherBits
        }
    }

    /// The moment for which the certificates were verified.
    package let instant: Instant
    /// How the handshake ended; nil where it was not begun.
    package var ending: TLSEnding?
    /// How long the handshake took; nil where it did not come to its end.
    package var handshakeMilliseconds: Int?
    /// What was agreed on, as far as it came to that.
    package var session: Session?
    /// As the server presented them, its own first.
    package var certificates: [TLSCertificate] = []
    /// What OpenSSL says of the certificates; nil where none came.
    package var verification: TLSVerification?
    /// The server asked for a client certificate.
    package var requestedCertificate = false
    /// The authorities whose client certificates the server says it accepts.
    package var acceptedAuthorities: [TLSCertificate.Name] = []
    /// The client certificate of the plan.
    package var ownCertificate: TLSCertificate?
    /// What was stapled to the server's certificate; nil where it was not asked for.
    package var stapling: TLSStapling?
    /// What the server sent first where it was not TLS; cleaned for people.
    package var firstBytes = ""

    /// What became of weak things that the server was offered afterwards, in the order of the offers.
    package var offers: [TLSOffer.Answer] = []

    package init(instant: Instant) {
        self.instant = instant
    }

    /// The server said enough of itself to be judged: a session stands, or it ended one over a
    /// client certificate.
    package var isShown: Bool {
        switch ending {
        case .established, .accepted: return true
        case .demandsCertificate, .rejectsCertificate, .closedAfterCertificate:
            return session != nil && !certificates.isEmpty
        default: return false
        }
    }

    /// The options that would be met by it, by name; those of every kind that speaks TLS.
    var seen: [String: TypedValue] {
        guard isShown, let session, let own = certificates.first else { return [:] }
        var seen: [String: TypedValue] = [
            "issuer": .text(own.issuer.short), "public-key": .text(own.keySHA256),
        ]
        if let version = session.version { seen["minimum-version"] = .text(version.rawValue) }
        if case .answer(let answer)? = stapling, answer.status == .good {
            seen["stapled"] = .text(TLSStapling.Wanted.good.rawValue)
        }
        // A certificate that was given stays as it is written.
        if ownCertificate == nil {
            seen["client-certificate"] = .text(requestedCertificate ? "requested" : "none")
        }
        return seen
    }
}
