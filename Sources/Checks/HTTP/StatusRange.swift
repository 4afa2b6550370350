import CanonicalJSON
import Fields
import LocatedYAML

/// Statuses that follow one another, or one alone.
package struct StatusRange: Hashable, Sendable, CustomStringConvertible {
    package let first: Int
    package let last: Int

    package init(_ first: Int, _ last: Int) {
        (self.first, self.last) = (first, last)
    }

    /// What is good where a checklist says nothing else.
    package static let success = StatusRange(200, 299)

    /// Reads `200` or `200-299`; nil for another form.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.count == 3 && part.utf8.allSatisfy { (48...57).contains($0) }
                ? Int(part) : nil
        }
        guard (1...2).contains(parts.count), numbers.count == parts.count,
            let first = numbers.first,
            let last = numbers.last, first <= last, (100...599).contains(first), last <= 599
        else { return nil }
        self.init(first, last)
    }

    package func contains(_ status: Int) -> Bool { (first...last).contains(status) }

    package var description: String { first == last ? "\(first)" : "\(first)–\(last)" }
}

extension ValueType where Value == StatusRange {
    static var statusRange: ValueType {
        scalar(
            "a status or a range of them (200, 200-299)",
            schema: ["type": ["string", "number"], "pattern": "^[1-5][0-9]{2}(-[1-5][0-9]{2})?$"]
        ) { StatusRange($0) }
    }
}
