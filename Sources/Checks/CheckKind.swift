package import Fields
import LocatedYAML

/// What is common to all checks of a kind.
package struct CheckKind: Sendable {
    /// The key that names the kind in a checklist.
    package let name: String
    /// One sentence: what a check of this kind finds out.
    package let summary: String
    /// The options.
    package let shape: Shape
    /// It runs a program, so that it is carried out for a trusted checklist only.
    package let needsTrust: Bool

    package init(
        _ name: String, _ summary: String, _ fields: [FieldDescription], needsTrust: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.shape = Shape("a \(name) check", fields)
        self.needsTrust = needsTrust
    }
}
