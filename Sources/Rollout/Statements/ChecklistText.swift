/// The text of a checklist, recorded once for each digest and place.
///
/// Its digest is the statement's `checklist`. The texts of the step sets that it uses are kept with
/// it, so that it can be read again when their files are others or gone; it names their digests.
package struct ChecklistText: Hashable, Sendable {
    package let text: Kept<String>
    /// In the order in which the text names them, each once; empty where it uses none.
    package let sets: [Kept<String>]

    package init(_ text: Kept<String>, sets: [Kept<String>] = []) {
        self.text = text
        self.sets = sets
    }

    /// The text with those of the sets.
    package var all: [Kept<String>] { [text] + sets }
}
