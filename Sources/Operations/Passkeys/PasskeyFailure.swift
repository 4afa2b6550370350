package import Rollout

/// Why nobody can enrol a passkey, or one cannot be confirmed.
package enum PasskeyFailure: Hashable, Sendable {
    case enrolment(EnrolmentFault)
    /// The list of signers on record names no page where people may sign.
    case noPage
    /// No passkey with the fingerprint was enrolled.
    case noSuchKey(KeyFingerprint, enrolled: [KeyFingerprint])
    /// The list has the key already.
    case listedAlready(KeyFingerprint)
}
