/// One expectation held against what was observed; both in a few words, never a sentence.
///
/// The words are the same in every run that sees the same: a waiver covers the findings that were
/// on record when it was given, and no others. So they hold no timings and no remaining times.
package struct Finding: Hashable, Sendable {
    /// Whether what was expected is so.
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        /// It is so.
        case met
        /// It is so, but worth a look: a certificate that ends soon.
        case warned
        /// It is not so.
        case unmet
        /// It could not be looked at.
        case unknown
    }

    /// Such as "protocol TLS 1.3 or newer".
    package let expected: String
    /// Such as "TLS 1.2".
    package let actual: String
    package let standing: Standing

    package init(_ expected: String, actual: String, _ standing: Standing) {
        self.expected = expected
        self.actual = actual
        self.standing = standing
    }

    /// A finding that is met or not.
    package init(_ expected: String, actual: String, met: Bool) {
        self.init(expected, actual: actual, met ? .met : .unmet)
    }

    /// It is so, with or without a reservation.
    package var isMet: Bool { standing == .met || standing == .warned }
}
