/// Brings what changed between two texts of a program into one that people edited.
package struct LineMerge: Sendable {
    /// What both changed, each in its way; the edited text keeps its own.
    package struct Conflict: Hashable, Sendable {
        /// The lines as they stand in the edited text.
        package let kept: [String]
        /// The lines that the program would have put there.
        package let offered: [String]

        package init(kept: [String], offered: [String]) {
            self.kept = kept
            self.offered = offered
        }
    }

    package private(set) var lines: [String] = []
    /// The new text, but for the conflicts, where it is as the base: held against it, the next merge
    /// finds them again.
    package private(set) var openBase: [String] = []
    package private(set) var conflicts: [Conflict] = []

    /// Merges lines.
    ///
    /// - Parameters:
    ///   - base: What the program wrote before.
    ///   - edited: What became of it.
    ///   - new: What the program would write now.
    package init(base: [String], edited: [String], new: [String]) {
        let mine = Self.matches(base, edited)
        let theirs = Self.matches(base, new)
        var (b, m, t) = (0, 0, 0)
        while true {
            // The next line of the base that stands in both.
            var next = b
            while next < base.count, mine[next] == nil || theirs[next] == nil { next += 1 }
            let (endMine, endTheirs) =
                next < base.count
                ? (mine[next] ?? edited.count, theirs[next] ?? new.count)
                : (edited.count, new.count)
            put(base[b..<next], edited[m..<endMine], new[t..<endTheirs])
            guard next < base.count else { break }
            lines.append(edited[endMine])
            openBase.append(base[next])
            (b, m, t) = (next + 1, endMine + 1, endTheirs + 1)
        }
    }

    /// The lines of a text; the last one may be without its end.
    package static func lines(of text: String) -> [String] {
        text.utf8.split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The text of the merged lines.
    package var text: String { lines.joined(separator: "\n") }

    private mutating func put(
        _ base: ArraySlice<String>, _ edited: ArraySlice<String>, _ new: ArraySlice<String>
    ) {
        if Self.areSame(edited, base) {
            lines += new
            openBase += new
        } else if Self.areSame(new, base) || Self.areSame(new, edited) {
            lines += edited
            openBase += new
        } else if Self.areAlike(base, edited, new) {
            for index in 0..<base.count {
                put(
                    base.dropFirst(index).prefix(1), edited.dropFirst(index).prefix(1),
                    new.dropFirst(index).prefix(1))
            }
        } else {
            lines += edited
            openBase += base
            conflicts.append(Conflict(kept: Array(edited), offered: Array(new)))
        }
    }

    /// Whether lines stand beside each other one by one: each is about the same key in all three.
    private static func areAlike(
        _ base: ArraySlice<String>, _ edited: ArraySlice<String>, _ new: ArraySlice<String>
    ) -> Bool {
        guard base.count > 1, base.count == edited.count, base.count == new.count else {
            return false
        }
        // The line that begins an item names it: another one is another item.
        for (index, line) in base.enumerated() where Self.beginsItem(line) {
            let mine = edited[edited.startIndex + index]
            let theirs = new[new.startIndex + index]
            guard line.utf8.elementsEqual(mine.utf8), line.utf8.elementsEqual(theirs.utf8) else {
                return false
            }
        }
        let keys = [base, edited, new].map { $0.map(Self.key) }
        return keys[0] == keys[1] && keys[0] == keys[2] && Set(keys[0]).count == base.count
    }

    private static func beginsItem(_ line: String) -> Bool {
        line.utf8.drop { $0 == UInt8(ascii: " ") }.starts(with: "- ".utf8)
    }

    /// What a line is about: its indentation with its key, or that it is a comment on one.
    private static func key(_ line: String) -> [UInt8] {
        let margin = line.utf8.prefix { $0 == UInt8(ascii: " ") }
        let rest = line.utf8.dropFirst(margin.count)
        let end = rest.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\"") }
        return Array(margin) + Array(rest[..<(end ?? rest.endIndex)])
    }

    /// By bytes, as texts that look the same need not be.
    private static func areSame(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// For each line of one text the place of the same line in the other, in order; nil where it
    /// went.
    private static func matches(_ old: [String], _ new: [String]) -> [Int?] {
        let difference = new.difference(from: old) { $0.utf8.elementsEqual($1.utf8) }
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var matches = [Int?](repeating: nil, count: old.count)
        var place = 0
        for index in old.indices where !removed.contains(index) {
            while inserted.contains(place) { place += 1 }
            matches[index] = place
            place += 1
        }
        return matches
    }
}
