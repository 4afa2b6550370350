package import CanonicalJSON
package import Rollout

/// What came of a connection, stage by stage, up to where it ended.
package struct ConnectionReport: Hashable, Sendable {
    package let dial: DialReport
    /// How long all of it was allowed to take together.
    package let limit: Duration
    /// What was seen of TLS; nil where it was not begun.
    package var tls: TLSObservation?
    /// Why it did not come to its end; nil where it did.
    package var failure: ConnectionFailure?

    package init(
        dial: DialReport, limit: Duration, tls: TLSObservation? = nil,
        failure: ConnectionFailure? = nil
    ) {
        self.dial = dial
        self.limit = limit
        self.tls = tls
        self.failure = failure ?? dial.failure.map { .dial($0) }
    }

    /// What kept us from looking; nil where nothing did, or where the failure is an answer.
    package var obstacle: Obstacle? { failure?.obstacle(on: dial, limit: limit) }

    /// The judgement that the connection failed; nil where it did not.
    ///
    /// - Parameter expected: What the check expects of the connection, in a few words.
    /// - Returns: One finding: unmet where the failure is an answer, else unknown.
    package func failed(expecting expected: String) -> Judgement? {
        guard let failure else { return nil }
        let finding = Finding(
            expected, actual: failure.phrase, obstacle == nil ? .unmet : .unknown)
        return Judgement([finding], obstacle: obstacle)
    }

    /// The facts of the connection by name; those of TLS are its own.
    package var facts: [String: JSONValue] {
        var facts = dial.facts
        if let failure { facts["failure"] = .string(failure.name) }
        return facts
    }
}
