/// The text of a checklist, recorded once for each digest and place.
///
/// Its digest is the statement's `checklist`.
package struct ChecklistText: Hashable, Sendable {
    package let text: Kept<String>

    package init(_ text: Kept<String>) {
        self.text = text
    }
}
