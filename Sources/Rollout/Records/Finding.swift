/// One expectation held against what was observed.
package struct Finding: Hashable, Sendable {
    /// Such as "protocol TLS 1.3 or newer".
    package let expected: String
    /// Such as "TLS 1.2".
    package let actual: String
    package let met: Bool

    package init(expected: String, actual: String, met: Bool) {
        self.expected = expected
        self.actual = actual
        self.met = met
    }
}
