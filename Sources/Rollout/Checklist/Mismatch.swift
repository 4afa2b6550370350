/// A parameter whose value is none of those that a `when` asks for.
package struct Mismatch: Hashable, Sendable {
    package let parameter: String
    /// The value in force.
    package let value: String
    /// The values that would do.
    package let wanted: [String]

    package init(parameter: String, value: String, wanted: [String]) {
        self.parameter = parameter
        self.value = value
        self.wanted = wanted
    }
}
