/// The owner said when an entry was truly made that a clock far ahead had dated.
package struct Correction: Hashable, Sendable {
    /// The entry whose time is wrong.
    package let entry: EntryReference
    /// When the ledger took that entry in truth.
    package let time: Instant
    package let reason: String

    package init(entry: EntryReference, time: Instant, reason: String) {
        self.entry = entry
        self.time = time
        self.reason = reason
    }
}
