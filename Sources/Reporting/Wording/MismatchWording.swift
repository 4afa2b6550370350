package import Rollout

/// Why something does not apply, in words.
package enum MismatchWording {
    /// Such as "cloud is worldwide, not gcc-high or dod".
    package static func words(_ mismatch: Mismatch) -> String {
        let known = "\(mismatch.parameter) is \(Prose.value(mismatch.value))"
        guard !mismatch.wanted.isEmpty else { return known }
        return "\(known), not \(Prose.list(mismatch.wanted.map(Prose.value), "or"))"
    }

    /// The end of a sentence that says that something does not apply: a colon and why.
    static func tail(_ mismatches: [Mismatch]) -> String {
        mismatches.isEmpty ? "." : ": \(mismatches.map(words).joined(separator: "; "))."
    }
}
