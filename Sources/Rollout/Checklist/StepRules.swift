import CanonicalJSON

/// What a step is beside its words, as digests: where a rule changes, no evidence is carried over.
package struct StepRules: Hashable, Sendable {
    /// The digest of its checks after substitution.
    package let checks: ContentDigest
    /// The digest of its other keys after substitution, but title and text.
    package let others: ContentDigest

    package init(checks: ContentDigest, others: ContentDigest) {
        self.checks = checks
        self.others = others
    }

    /// The digest of the step that has these rules in some words.
    ///
    /// Whoever knows the rules of today can tell from older words alone which step they made, so
    /// that nobody can claim a step of other rules for a reworded one.
    package func digest(in wording: StepWords) -> ContentDigest {
        var writer = CanonicalWriter(capacity: 256 + wording.text.utf8.count)
        writer.object { writer in
            writer.text("checks", checks.description)
            writer.text("others", others.description)
            writer.text("text", wording.text)
            writer.text("title", wording.title)
        }
        return ContentDigest(of: writer.bytes)
    }
}
