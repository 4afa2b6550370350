package import Rollout

/// Why none of the keys at hand signs for somebody.
package struct KeyLack: Error, Hashable, Sendable {
    /// Who did not answer in time.
    package var silent: [String] = []
    /// What keeps the key from counting that comes closest to it; nil where no key is offered.
    package private(set) var fault: SignatureFault?
    /// The file of a key whose public half nobody can tell.
    package var unreadable: String?

    package init() {}

    /// Notes a key that does not count.
    mutating func add(_ found: SignatureFault) {
        if let fault, Self.distance(fault) <= Self.distance(found) { return }
        fault = found
    }

    /// A key of the person comes before one of others, and that before one that nobody listed.
    private static func distance(_ fault: SignatureFault) -> Int {
        switch fault {
        case .keyNotListed: return 2
        case .notForPrincipal: return 1
        default: return 0
        }
    }
}
