/// Somebody asked for the change that a step is about, which somebody else must approve.
package struct ChangeRequest: Hashable, Sendable {
    package let note: String

    package init(note: String) { self.note = note }
}
