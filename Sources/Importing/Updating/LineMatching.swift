/// Which lines of two texts are the same ones, in time that grows little faster than their number.
///
/// Few lines are matched with the least of differences. Of many, those that stand once in either text
/// are matched first, and then what lies between them (Bram Cohen's patience diff): the least of
/// differences takes time that grows with the lines times the changes.
struct LineMatching {
    private struct Part {
        var old: Range<Int>
        var new: Range<Int>
        let depth: Int
    }

    /// The place in the new text of each line of the old one; nil for a line that is gone.
    private(set) var partners: [Int?]
    private let old: [Int]
    private let new: [Int]

    /// So many lines are matched with the least of differences.
    private static let fewLines = 1000
    /// Parts within parts, beyond which what is left is one change.
    private static let mostDepth = 40

    init(_ old: [String], _ new: [String]) {
        // Lines are compared by bytes, as texts that look the same need not be.
        var numbers: [[UInt8]: Int] = [:]
        func number(_ line: String) -> Int {
            let bytes = Array(line.utf8)
            if let known = numbers[bytes] { return known }
            let number = numbers.count
            numbers[bytes] = number
            return number
        }
        self.old = old.map(number)
        self.new = new.map(number)
        partners = Array(repeating: nil, count: old.count)
        var parts = [Part(old: old.indices, new: new.indices, depth: 0)]
        while let part = parts.popLast() { parts += match(part) }
    }

    /// Matches what it can of a part; returns the parts that are left between.
    private mutating func match(_ whole: Part) -> [Part] {
        var part = whole
        while let left = part.old.first, let right = part.new.first, old[left] == new[right] {
            partners[left] = right
            part.old.removeFirst()
            part.new.removeFirst()
        }
        while let left = part.old.last, let right = part.new.last, old[left] == new[right] {
            partners[left] = right
            part.old.removeLast()
            part.new.removeLast()
        }
        guard !part.old.isEmpty, !part.new.isEmpty else { return [] }
        guard part.old.count + part.new.count > Self.fewLines else {
            matchClosely(part)
            return []
        }
        guard part.depth < Self.mostDepth else { return [] }
        var parts: [Part] = []
        var (left, right) = (part.old.lowerBound, part.new.lowerBound)
        let anchors = anchors(of: part)
        for (line, partner) in anchors {
            partners[line] = partner
            parts.append(Part(old: left..<line, new: right..<partner, depth: part.depth + 1))
            (left, right) = (line + 1, partner + 1)
        }
        guard !anchors.isEmpty else { return [] }
        parts.append(
            Part(
                old: left..<part.old.upperBound, new: right..<part.new.upperBound,
                depth: part.depth + 1))
        return parts
    }

    private mutating func matchClosely(_ part: Part) {
        let difference = new[part.new].difference(from: old[part.old])
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(part.old.lowerBound + offset)
            case .insert(let offset, _, _): inserted.insert(part.new.lowerBound + offset)
            }
        }
        let kept = part.new.filter { !inserted.contains($0) }
        for (left, right) in zip(part.old.filter { !removed.contains($0) }, kept) {
            partners[left] = right
        }
    }

    /// The longest run of lines that stand once in each side of a part, in the order of both.
    private func anchors(of part: Part) -> [(old: Int, new: Int)] {
        let right = Self.single(new, part.new)
        let pairs = Self.single(old, part.old).compactMap { line, place in
            right[line].map { (old: place, new: $0) }
        }.sorted { $0.old < $1.old }
        // The piles of patience sorting: the last pair of the shortest end for each length.
        var ends: [Int] = []
        var before: [Int?] = []
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            before.append(low > 0 ? ends[low - 1] : nil)
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var run: [(old: Int, new: Int)] = []
        var place = ends.last
        while let index = place {
            run.append(pairs[index])
            place = before[index]
        }
        return run.reversed()
    }

    /// The lines that stand once in a range, with their places.
    private static func single(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
        var places: [Int: Int] = [:]
        var repeated: Set<Int> = []
        for place in range where places.updateValue(place, forKey: lines[place]) != nil {
            repeated.insert(lines[place])
        }
        return places.filter { !repeated.contains($0.key) }
    }
}
