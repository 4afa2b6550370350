/// How it is known who made a statement.
package enum Authentication: String, Hashable, Sendable, CaseIterable {
    /// Not at all: the name was recorded as it was given.
    case none
    /// There is a signature that nobody verified.
    case unverified
}
