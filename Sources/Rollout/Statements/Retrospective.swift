/// Somebody looked at an emergency decision afterwards, as it owes.
package struct Retrospective: Hashable, Sendable {
    /// The emergency decision.
    package let entry: EntryReference
    package let note: String

    package init(entry: EntryReference, note: String) {
        self.entry = entry
        self.note = note
    }
}
