/// Finds the name that was probably meant.
package enum NearestName {
    /// `did you mean "x"?`, or the list of names where it is short; nil where there is nothing to say.
    package static func suggestion(for name: String, among names: [String]) -> String? {
        if let question = question(for: name, among: names) { return question }
        guard !names.isEmpty, names.count <= 24 else { return nil }
        return (names.count == 1 ? "the only one is: " : "there are: ")
            + names.joined(separator: ", ")
    }

    /// `did you mean "x"?`; nil where no name is near.
    package static func question(for name: String, among names: [String]) -> String? {
        nearest(to: name, among: names).map { "did you mean \"\($0)\"?" }
    }

    /// The nearest name, where no more than a third of the letters differ; of an address, of those
    /// before its domain, which many have in common.
    package static func nearest(to name: String, among names: [String]) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
        let limit = max(1, wanted.prefix { $0 != "@" }.count / 3)
        let best = names.prefix(2000).map {
            (name: $0, distance: distance(wanted, $0, limit: limit))
        }
        .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let best, best.distance <= limit else { return nil }
        return best.name
    }

    /// The number of letters to add, remove, replace or swap with their neighbour (optimal string alignment).
    ///
    /// Where the lengths alone differ by more than the limit, it is not worked out.
    private static func distance(_ left: [Unicode.Scalar], _ name: String, limit: Int) -> Int {
        guard abs(left.count - name.utf8.count) <= limit || !name.utf8.allSatisfy({ $0 < 0x80 })
        else { return .max }
        let right = Array(name.lowercased().unicodeScalars)
        guard abs(left.count - right.count) <= limit else { return .max }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in 0..<left.count {
            var row = [i + 1]
            for j in 0..<right.count {
                let replace = last[j] + (left[i] == right[j] ? 0 : 1)
                var best = min(replace, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
