/// Something that a check leaves unverified because the checklist asks it to.
package enum Caution: String, Hashable, Sendable, CaseIterable {
    /// Neither chain nor name nor dates of the certificate count.
    case certificateNotVerified = "certificate-not-verified"
}
