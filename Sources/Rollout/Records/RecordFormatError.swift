/// Why some bytes are not a record of the form that this program writes.
package struct RecordFormatError: Error, Hashable, CustomStringConvertible {
    /// The sequence that the bytes give; nil where they give none.
    package let sequence: Int?
    /// The key that is wrong, as a path such as `event.step.digest`; empty for the record as a
    /// whole.
    package let key: String
    /// What is wrong with it, as the end of a sentence.
    package let reason: String

    package init(sequence: Int?, key: String, reason: String) {
        self.sequence = sequence
        self.key = key
        self.reason = reason
    }

    package var description: String {
        let record = sequence.map { "Record \($0)" } ?? "A record without a readable sequence"
        return key.isEmpty ? "\(record) \(reason)." : "\(record): the key `\(key)` \(reason)."
    }
}
