/// The words of a step that people read; everything else in it is a rule.
package struct StepWords: Hashable, Sendable {
    package let title: String
    /// Empty where the checklist has none.
    package let text: String

    package init(title: String, text: String) {
        self.title = title
        self.text = text
    }
}
