import Rollout

/// Says whether a chain leads to an authority that is trusted.
struct CertificateTrust {
    /// The path of the authorities; nil for the system's.
    let authorities: String?
    /// Nil where nothing was verified, which is never good enough.
    let verification: TLSVerification?
    /// The verification decides; where it does not, it has no obstacle either.
    let isCounted: Bool

    /// What stands in the way of judging the chain; nil where nothing does.
    var obstacle: Obstacle? {
        guard isCounted, let verification, verification.hasNoAuthorities, !verification.isClean
        else { return nil }
        return Obstacle(.noAuthorities)
    }

    /// The chain held against the authorities.
    var finding: Finding {
        let authority = authorities.map { "an authority of \($0)" }
        let words = "a chain to \(authority ?? "a trusted authority")"
        guard let verification, verification.hasRun else {
            return Finding(words, actual: "certificates that were not verified", .unmet)
        }
        let diagnosis = TLSTrustDiagnosis(verification)
        guard diagnosis.isTrusted else {
            // Where nobody is trusted here, it is not known whether the chain is good.
            return Finding(words, actual: diagnosis.actual, obstacle == nil ? .unmet : .unknown)
        }
        // The verdict of OpenSSL must agree: other problems have findings of their own.
        let agrees =
            verification.isClean || !verification.problems.isEmpty
            || (verification.result == 0 && !verification.nameMatches)
        return Finding(
            words, actual: agrees ? diagnosis.actual : verification.resultText, met: agrees)
    }
}
