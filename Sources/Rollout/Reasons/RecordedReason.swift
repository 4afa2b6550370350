package import CanonicalJSON

/// A reason as it was when it was recorded.
package struct RecordedReason: Hashable, Sendable {
    package let code: String
    /// An object in canonical form.
    package let values: JSONText

    package init(code: String, values: JSONText) {
        self.code = code
        self.values = values
    }
}
