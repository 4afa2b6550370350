import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

/// A kind of check: its name, its options, and how they become a check.
///
/// A class, because every check of a checklist holds its kind.
package final class CheckKind: Sendable {
    /// Reads the options of one check, or lists them; nil where there is nothing to make.
    package typealias Reading = @Sendable (CheckOptions) -> (any Check)?

    /// The key that names the kind in a checklist.
    package let name: String
    /// One sentence: what a check of this kind finds out.
    package let summary: String
    /// It executes something, so that it is carried out for a trusted checklist only.
    package let needsTrust: Bool
    /// The options, with those that every kind has at their end.
    package let shape: Shape
    /// What may stand among the facts, by name, each with what it is.
    package let facts: [(name: String, summary: String)]
    /// Checks of the kind, as they stand under `check`.
    package let example: String
    private let reading: Reading
    private let listing: CheckOptions.Listing
    /// The names of `facts`.
    private let known: [String]

    package init(
        _ name: String, _ summary: String, needsTrust: Bool = false,
        sharing shared: KindFacts.List = [], facts: KeyValuePairs<String, String> = [:],
        example: String = "",
        reading: @escaping Reading
    ) {
        self.name = name
        self.summary = summary
        self.needsTrust = needsTrust
        let facts = facts.map { (name: $0.key, summary: $0.value) } + shared
        let known = facts.map(\.name)
        self.facts = facts
        self.known = known
        self.example = example
        self.reading = reading
        listing = CheckOptions.list { options in
            let check = reading(options)
            _ = CheckKind.timeout(options)
            _ = CheckKind.retry(options)
            _ = ParityTerms.read(options, known: known)
            return check
        }
        shape = Shape("a \(name) check", listing.descriptions)
    }

    /// Reads a check; nil where something is wrong, and then every mistake in it is reported.
    package func read(_ mapping: MappingReader) -> ConfiguredCheck? {
        let options = CheckOptions(mapping, listing)
        let check = reading(options)
        let timeout = Self.timeout(options)
        let retry = Self.retry(options)
        let parity = ParityTerms.read(options, known: known)
        guard options.isWhole, let check else { return nil }
        return ConfiguredCheck(self, check, timeout: timeout, retry: retry, parity: parity)
    }

    private static func retry(_ options: CheckOptions) -> Retry? {
        options.optional(
            "retry", .retry,
            "How often it is tried again where it is not met; every attempt is kept.")
    }

    private static func timeout(_ options: CheckOptions) -> Duration? {
        options.optional(
            "timeout", .positiveDuration, without: "that of the checklist",
            "How long one attempt of the check may take as a whole.")
    }
}
