/// A parameter of a checklist with the value in force.
package struct ParameterValue: Hashable, Sendable {
    package let name: String
    package let value: String
    /// What the parameter is for; empty where the checklist does not say.
    package let text: String

    package init(name: String, value: String, text: String) {
        self.name = name
        self.value = value
        self.text = text
    }
}
