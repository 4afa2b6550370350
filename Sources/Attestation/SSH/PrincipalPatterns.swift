/// A list of patterns as OpenSSH reads it: `*` and `?` stand for letters, `!` takes away.
package struct PrincipalPatterns: Hashable, Sendable {
    private let patterns: [Pattern]

    private struct Pattern: Hashable, Sendable {
        let isNegative: Bool
        let letters: [UInt8]
    }

    /// Reads patterns with commas between them.
    init(_ text: some Collection<UInt8>) {
        patterns = text.split(separator: UInt8(ascii: ",")).map { pattern in
            let isNegative = pattern.first == UInt8(ascii: "!")
            return Pattern(
                isNegative: isNegative, letters: Array(isNegative ? pattern.dropFirst() : pattern))
        }
    }

    /// The names that it holds whole; what a pattern with a wildcard stands for is unknown.
    var names: [String] {
        patterns.filter { !$0.isNegative && !Self.isWildcard($0) }
            .map { String(decoding: $0.letters, as: UTF8.self) }.filter(match)
    }

    private static func isWildcard(_ pattern: Pattern) -> Bool {
        pattern.letters.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }

    var isEmpty: Bool { patterns.isEmpty }

    /// The first pattern that stands for more than one name; nil where there is none.
    var firstWildcard: String? {
        patterns.first(where: Self.isWildcard)
            .map { String(decoding: $0.letters, as: UTF8.self) }
    }

    /// Whether one pattern fits, and none that takes away.
    package func match(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var isFound = false
        for pattern in patterns where Self.fits(bytes, pattern.letters) {
            if pattern.isNegative { return false }
            isFound = true
        }
        return isFound
    }

    /// Goes back to the last `*` only, so that it takes no longer than the lengths multiplied.
    private static func fits(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        var place = 0
        var next = 0
        var star: (next: Int, place: Int)?
        while place < text.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                star = (next + 1, place)
                next += 1
            } else if next < pattern.count,
                pattern[next] == UInt8(ascii: "?") || pattern[next] == text[place]
            {
                place += 1
                next += 1
            } else if let last = star {
                star = (last.next, last.place + 1)
                (next, place) = (last.next, last.place + 1)
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
