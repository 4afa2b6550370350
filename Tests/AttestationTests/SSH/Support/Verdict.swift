import Attestation
import Rollout

/// What the tests sign, and the moment at which they ask.
enum Sample {
    static let message = Array("signoff v1\nstep: notify-helpdesk\n".utf8)
    static let namespace = "statement-v1@readiness"
    static let principal: Principal = "nora@example.com"
    /// 2026-08-01T12:00:00Z, for us and for ssh-keygen.
    static let instant = Instant(milliseconds: 1_785_585_600_000)
    static let time = "20260801120000Z"

    /// The text of a list of signers.
    static func allowed(_ lines: String...) -> AllowedSigners {
        AllowedSigners(lines.joined(separator: "\n").utf8, zone: .utc)
    }
}

extension SignatureVerifier {
    /// What is wrong with a signature over the sample message; nil where it counts.
    func fault(
        _ armored: [UInt8], over message: [UInt8] = Sample.message,
        by principal: Principal = Sample.principal, at instant: Instant = Sample.instant
    ) -> SignatureFault? {
        switch verify(
            armored, over: message, by: principal,
            for: SignatureNamespace(Sample.namespace), at: instant)
        {
        case .success: return nil
        case .failure(let fault): return fault
        }
    }
}
