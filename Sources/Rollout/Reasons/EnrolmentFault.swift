/// Why a link to make a passkey, or a passkey that was made with one, counts for nothing.
package enum EnrolmentFault: Error, Hashable, Sendable {
    /// Nobody made a link with the secret.
    case noSuchLink
    /// Only who records the lists of signers makes links; nil where no list is on record.
    case notTheOwner(Principal?)
    case ended(Instant)
    /// A passkey was enrolled with it already.
    case used(entry: Int)
    /// The link is for this person.
    case otherPerson(Principal)
    /// The signature of the owner, or of the passkey.
    case signature(SignatureFault)
    /// The same passkey is on record already.
    case known(entry: Int)
}
