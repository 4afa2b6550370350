/// What a certificate may be used for.
package enum CertificateUsage: String, Hashable, Sendable, CaseIterable {
    case clientAuthentication = "client-authentication"
    case serverAuthentication = "server-authentication"
    case emailProtection = "email-protection"
    case codeSigning = "code-signing"

    /// The usage in words, without an article.
    var words: String { rawValue.replacing("-", with: " ") }
}
