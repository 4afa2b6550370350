package import CanonicalJSON
package import Rollout

/// A certificate as it was presented.
package struct TLSCertificate: Hashable, Sendable {
    /// The name of a subject or issuer.
    package struct Name: Hashable, Sendable {
        /// The whole name in the form of RFC 4514, the most specific part first; cut where it is
        /// very long.
        package let text: String
        package let commonNames: [String]
        package let organisations: [String]

        package init(text: String, commonNames: [String] = [], organisations: [String] = []) {
            self.text = text
            self.commonNames = commonNames
            self.organisations = organisations
        }

        /// The text is the whole name, or one of its common names or organisations, letter for
        /// letter.
        package func isNamed(_ text: String) -> Bool {
            self.text == text || commonNames.contains(text) || organisations.contains(text)
        }

        /// The common name, or the organisation, or all of it where it has neither.
        package var short: String {
            commonNames.first ?? organisations.first ?? (text.isEmpty ? "(no name)" : text)
        }
    }

    /// Whom the certificate is for.
    package let subject: Name
    /// Who vouches for it, as it says itself.
    package let issuer: Name
    /// The subject alternative names, such as `DNS:example.com` and `IP:192.0.2.1`.
    package let names: [String]
    /// Nil where the certificate holds no date that can be read.
    package let notBefore: Instant?
    /// Nil where the certificate holds no date that can be read.
    package let notAfter: Instant?
    /// Lower-case hexadecimal digits.
    package let serial: String
    /// Lower-case hexadecimal digits, of the whole certificate.
    package let sha256: String
    /// Such as `RSA`, `EC prime256v1` or `ED25519`.
    package let keyType: String
    /// Lower-case hexadecimal digits, of the public key with its algorithm.
    package let keySHA256: String
    /// The length of the key.
    package let keyBits: Int
    /// Such as `sha256WithRSAEncryption`.
    package let signature: String

    package init(
        subject: Name, issuer: Name, names: [String] = [], notBefore: Instant?, notAfter: Instant?,
        serial: String = "", sha256: String = "", keyType: String = "", keyBits: Int = 0,
        keySHA256: String = "",
        signature: String = ""
    ) {
        self.subject = subject
        self.issuer = issuer
        self.names = names
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.serial = serial
        self.sha256 = sha256
        self.keyType = keyType
        self.keyBits = keyBits
        self.keySHA256 = keySHA256
        self.signature = signature
    }

    /// As many of the names as a report needs; the number of all is told beside them.
    private static let namesShown = 50

    /// The certificate as a fact.
    package var fact: JSONValue {
        var members: [String: JSONValue] = [
            "subject": .string(subject.text), "issuer": .string(issuer.text),
            "names": .array(names.prefix(Self.namesShown).map(JSONValue.string)),
            "serial": .string(serial), "sha256": .string(sha256), "key-type": .string(keyType),
            "key-bits": .integer(Int64(keyBits)), "signature": .string(signature),
        ]
        if !keySHA256.isEmpty { members["key-sha256"] = .string(keySHA256) }
        if let notBefore { members["not-before"] = .string(notBefore.rfc3339) }
        if let notAfter { members["not-after"] = .string(notAfter.rfc3339) }
        if names.count > Self.namesShown { members["names-count"] = .integer(Int64(names.count)) }
        return .object(members)
    }
}

extension TLSCertificate {
    /// The names and addresses that somebody goes to, of its subject alternative names: no wildcards.
    var destinations: [String] {
        names.compactMap { name in
            let parts = name.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, ["DNS", "IP"].contains(parts[0]) else { return nil }
            return parts[1].contains("*") ? nil : String(parts[1])
        }
    }
}
