/// A span of time in which something held.
struct TimeSpan: Hashable {
    let begins: Instant
    /// The first moment that no longer belongs to it.
    let ends: Instant

    init(_ begins: Instant, _ ends: Instant) {
        self.begins = begins
        self.ends = ends
    }

    static let always = TimeSpan(Instant(milliseconds: .min), Instant(milliseconds: .max))

    /// The spans that lie in one of the left and in one of the right; both are in order of
    /// time and do not overlap, and so is the result.
    static func common(_ left: [TimeSpan], _ right: [TimeSpan]) -> [TimeSpan] {
        var common: [TimeSpan] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            let begins = max(left[i].begins, right[j].begins)
            let ends = min(left[i].ends, right[j].ends)
            if begins < ends { common.append(TimeSpan(begins, ends)) }
            if left[i].ends < right[j].ends { i += 1 } else { j += 1 }
        }
        return common
    }

    /// The spans in any order as ones that do not overlap, in order of time.
    static func merged(_ spans: [TimeSpan]) -> [TimeSpan] {
        spans.sorted { $0.begins < $1.begins }.reduce(into: []) { merged, next in
            if let last = merged.last, next.begins <= last.ends {
                merged[merged.count - 1] = TimeSpan(last.begins, max(last.ends, next.ends))
            } else {
                merged.append(next)
            }
        }
    }
}
