/// What a statement holds for: the target, and the values that tell one rollout from another.
package struct Scope: Hashable, Sendable {
    /// Nil where the checklist has no targets.
    package let target: TargetID?
    /// The value of every parameter of scope `rollout` that can be set, by name.
    ///
    /// Those that follow from another parameter are left out: the text says what they are.
    package let parameters: [String: String]

    package init(target: TargetID? = nil, parameters: [String: String] = [:]) {
        self.target = target
        self.parameters = parameters
    }
}
