/// A person took back an earlier sign-off or waiver.
package struct Revocation: Hashable, Sendable {
    /// The entry that is taken back.
    package let entry: EntryReference
    package let reason: String

    package init(entry: EntryReference, reason: String) {
        self.entry = entry
        self.reason = reason
    }
}
