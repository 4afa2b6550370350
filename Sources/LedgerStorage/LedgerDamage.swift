/// Something that is stored is not what was recorded.
package struct LedgerDamage: Hashable, Sendable, CustomStringConvertible {
    /// The entry at fault; nil where no one entry is.
    package let sequence: Int?
    /// A clause without a full stop: "it is missing".
    package let reason: String

    package init(sequence: Int?, reason: String) {
        self.sequence = sequence
        self.reason = reason
    }

    package var description: String {
        "\(sequence.map { "at entry \($0)" } ?? "as a whole"): \(reason)"
    }
}
