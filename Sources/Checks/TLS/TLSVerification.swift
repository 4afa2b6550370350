package import CanonicalJSON
package import Rollout

/// What OpenSSL found wrong with a chain of certificates, each thing with its place.
package struct TLSVerification: Hashable, Sendable {
    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
        /// The code of `X509_verify_cert`.
        package let code: Int
        /// The place in the chain, 0 for the server's own certificate.
        package let depth: Int
        /// The code in OpenSSL's words.
        package let text: String

        package init(code: Int, depth: Int, text: String) {
            self.code = code
            self.depth = depth
            self.text = text
        }
    }

    /// What a problem is about.
    package enum Aspect: Hashable, Sendable {
        case trust, dates, name
    }

    /// In the order in which they were found.
    package let problems: [Problem]
    /// The verification was carried out at all.
    package let hasRun: Bool
    /// The result at the end; 0 for a chain that is in order.
    package let result: Int
    /// The result in OpenSSL's words.
    package let resultText: String
    /// A second look at the server's own certificate says that it is for the name.
    package let nameMatches: Bool
    /// The certificates from the server's own to the authority, as far as they were found.
    package let path: [TLSCertificate.Name]
    /// The issuers of those certificates.
    package let issuers: [TLSCertificate.Name]
    /// When the first of those certificates ends; nil where it is not known.
    package let pathEnd: Instant?
    /// There are no trusted authorities to lead to.
    package let hasNoAuthorities: Bool

    package init(
        problems: [Problem] = [], hasRun: Bool, result: Int, resultText: String, nameMatches: Bool,
        path: [TLSCertificate.Name] = [], issuers: [TLSCertificate.Name] = [],
        pathEnd: Instant? = nil,
        hasNoAuthorities: Bool = false
    ) {
        self.problems = problems
        self.hasRun = hasRun
        self.result = result
        self.resultText = resultText
        self.nameMatches = nameMatches
        self.path = path
        self.issuers = issuers
        self.pathEnd = pathEnd
        self.hasNoAuthorities = hasNoAuthorities
    }

    /// Nothing at all was wrong, and it was looked at: the only state in which a chain is trusted.
    package var isClean: Bool { hasRun && problems.isEmpty && result == 0 && nameMatches }

    /// The problems of one aspect; every code belongs to exactly one.
    package func problems(of aspect: Aspect) -> [Problem] {
        problems.filter { $0.aspect == aspect }
    }

    /// The verification as a fact.
    package var fact: JSONValue {
        [
            "code": .integer(Int64(result)), "text": .string(resultText),
            "name-matches": .boolean(nameMatches), "verified": .boolean(isClean),
            "path": .array(path.map { .string($0.text) }),
            "problems": .array(
                problems.map {
                    [
                        "code": .integer(Int64($0.code)), "depth": .integer(Int64($0.depth)),
                        "text": .string($0.text),
                    ]
                }),
        ]
    }
}

extension TLSVerification.Problem {
    /// What the problem is about; a code that is not known counts against the trust.
    package var aspect: TLSVerification.Aspect {
        switch code {
        // Not yet valid, expired, and dates that cannot be read.
        case 9, 10, 13, 14: return .dates
        // Host, mail address and IP address that do not match.
        case 62, 63, 64: return .name
        default: return .trust
        }
    }
}
