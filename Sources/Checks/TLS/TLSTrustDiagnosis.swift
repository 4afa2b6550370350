/// Says why a chain does not lead to a trusted authority.
struct TLSTrustDiagnosis {
    /// Nil where nothing is wrong with the trust.
    let sentence: String?
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
        let codes = Set(problems.map(\.code))
        guard let first = problems.first else {
            sentence = nil
            actual = "a chain to \(verification.path.last?.short ?? "an authority")"
            return
        }
        if codes.contains(Code.selfSigned) {
            actual = "self-signed"
            sentence = "The certificate is self-signed: no authority vouches for it."
        } else if codes.contains(Code.selfSignedInChain) {
            let top = verification.path.last?.short ?? "an authority"
            actual = "unknown authority \(top)"
            sentence = "The chain ends at \(top), which is not a trusted authority."
        } else if !codes.isDisjoint(with: Code.noIssuer) {
            let issuer = verification.issuers.last?.short ?? "an authority"
            // What the server sends beyond its own certificate would be in the path if it belonged
            // there.
            if verification.path.count <= 1 {
                actual = "missing intermediate \(issuer)"
                sentence =
                    "The server sends no certificate of \(issuer), which issued its own, and that"
                    + " is no trusted authority: an intermediate certificate is missing, or the"
                    + " authority is not known here."
            } else {
                actual = "unknown authority \(issuer)"
                sentence = "The chain ends at \(issuer), which is not a trusted authority."
            }
        } else if !codes.isDisjoint(with: Code.weak) {
            let weak = problems.first { Code.weak.contains($0.code) } ?? first
            actual = weak.text
            sentence = "A certificate of the chain is too weak to be trusted: \(weak.text)."
        } else if codes.contains(Code.wrongPurpose) {
            actual = "not for servers"
            sentence = "A certificate of the chain is not meant for what it is used for here."
        } else {
            actual = first.text
            sentence = "The chain is not in order: \(first.text)."
        }
    }
}
