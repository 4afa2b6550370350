/// Says why a chain does not lead to a trusted authority.
struct TLSTrustDiagnosis {
    /// Nothing is wrong with the trust.
    let isTrusted: Bool
    /// The state of the chain in a few words.
    let actual: String

    /// The codes of `X509_verify_cert` that say where a chain ends.
    private enum Code {
        static let selfSigned = 18
        static let selfSignedInChain = 19
        static let noIssuer: Set = [2, 20, 21]
        static let weak: Set = [66, 67, 68]
        static let wrongPurpose = 26
    }

    init(_ verification: TLSVerification) {
        let problems = verification.problems(of: .trust)
        isTrusted = problems.isEmpty
        actual =
            problems.first.map { Self.words(verification, problems, first: $0) }
            ?? "a chain to \(verification.path.last?.short ?? "an authority")"
    }

    private static func words(
        _ verification: TLSVerification, _ problems: [TLSVerification.Problem],
        first: TLSVerification.Problem
    ) -> String {
        let codes = Set(problems.map(\.code))
        if codes.contains(Code.selfSigned) { return "a self-signed certificate" }
        if codes.contains(Code.selfSignedInChain) {
            return
                "a chain to \(verification.path.last?.short ?? "an authority"), which is not trusted"
        }
        if !codes.isDisjoint(with: Code.noIssuer) {
            let issuer = verification.issuers.last?.short ?? "an authority"
            // What the server sends beyond its own certificate would be in the path if it belonged
            // there.
            return verification.path.count <= 1
                ? "no certificate of \(issuer): an intermediate is missing, or the authority is"
                    + " not known here"
                : "a chain to \(issuer), which is not trusted"
        }
        if !codes.isDisjoint(with: Code.weak) {
            let weak = problems.first { Code.weak.contains($0.code) } ?? first
            return "a certificate too weak to be trusted: \(weak.text)"
        }
        if codes.contains(Code.wrongPurpose) {
            return "a certificate that is not meant for what it is used for here"
        }
        return "a chain that is not in order: \(first.text)"
    }
}
