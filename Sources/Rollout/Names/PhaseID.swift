/// The id of a phase of the timeline.
package struct PhaseID: Name {
    package let text: String

    package init(_ text: String) { self.text = text }
}
