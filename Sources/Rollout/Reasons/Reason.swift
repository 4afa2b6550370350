package import CanonicalJSON

/// Why something is as it is, a case with its values; the words for it are made by `Reporting`.
package protocol Reason: Hashable, Sendable {
    /// A stable name of the case, such as `check-unmet`.
    var code: String { get }

    /// What the case is about, by name.
    var values: [String: JSONValue] { get }
}

extension Reason {
    /// The reason as statements keep it.
    package var recorded: RecordedReason {
        RecordedReason(code: code, values: JSONText(.object(values)))
    }
}
