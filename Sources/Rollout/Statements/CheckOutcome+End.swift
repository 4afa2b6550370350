import CanonicalJSON

extension CheckOutcome {
    /// The name of the fact that says when what was seen ends by itself, in the form of RFC 3339.
    package static let endFact = "holds-until"

    /// When what was seen ends by itself, such as a certificate; nil where nothing does.
    ///
    /// An end that cannot be read has come already.
    package var holdsUntil: Instant? {
        facts[Self.endFact].map { end in end.text.flatMap { Instant(rfc3339: $0) } ?? observedAt }
    }
}
