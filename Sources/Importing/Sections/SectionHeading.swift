/// The words of headings, whatever their markup.
enum SectionHeading {
    /// Sentences that are headings wherever they stand and are followed by a sign.
    private static let sentences = phrases([
        ("when this will happen", .timeline),
        ("when will this happen", .timeline),
        ("when will this affect your organization", .timeline),
        ("when this will affect your organization", .timeline),
        ("when will these updates happen", .timeline),
        ("when is this rolling out", .timeline),
        ("how this will affect your organization", .impact),
        ("how this affects your organization", .impact),
        ("how will this affect your organization", .impact),
        ("how does this affect my organization", .impact),
        ("how does this affect your organization", .impact),
        ("how does this affect me", .impact), ("how will this affect me", .impact),
        ("how this affects you", .impact), ("how this will affect you", .impact),
        ("what you need to do to prepare", .preparation),
        ("what you can do to prepare", .preparation),
        ("what do you need to do to prepare", .preparation),
        ("what do i need to do to prepare", .preparation),
        ("what do i need to prepare for this change", .preparation),
        ("what do i need to prepare", .preparation),
        ("what you need to prepare", .preparation),
        ("what to do to prepare for this change", .preparation),
        ("what to do to prepare", .preparation),
        ("what actions do i need to take", .preparation),
        ("what action do i need to take", .preparation),
        ("what you need to do", .preparation), ("what do you need to do", .preparation),
        ("what do i need to do", .preparation), ("what you should do", .preparation),
        ("what action is required on my part", .preparation),
        ("what actions are required on my part", .preparation),
        ("compliance considerations", .compliance),
    ])

    /// Words that are headings only where nothing else is in the block.
    private static let lines = phrases([
        ("timeline", .timeline), ("rollout timeline", .timeline),
        ("rollout schedule", .timeline), ("key dates", .timeline), ("important dates", .timeline),
        ("next steps", .preparation), ("action required", .preparation),
        ("actions required", .preparation), ("action needed", .preparation),
        ("actions needed", .preparation), ("required action", .preparation),
        ("required actions", .preparation), ("recommended action", .preparation),
        ("recommended actions", .preparation),
        ("learn more", .references), ("additional information", .references),
        ("more information", .references), ("for more information", .references),
        ("additional resources", .references), ("references", .references),
        ("resources", .references),
    ])

    private static func phrases(
        _ phrases: [(String, Section.Kind)]
    ) -> [(words: [UInt8], kind: Section.Kind)] {
        phrases.map { (Array($0.utf8), $1) }
    }

    /// A heading in a text: where it begins and where what follows it begins, in bytes.
    struct Found: Hashable {
        let kind: Section.Kind
        let range: Range<Int>
    }

    /// The headings of a block, in their order.
    static func find(in text: String) -> [Found] {
        let bytes = Array(text.utf8)
        let small = bytes.map { (65...90).contains($0) ? $0 | 32 : $0 }
        var found: [Found] = []
        for start in small.indices where isWordStart(start, in: small) {
            let last = found.last?.range.upperBound ?? 0
            guard start >= last, let heading = sentence(at: start, in: small) else { continue }
            // A blank before it may belong to the heading before.
            let range = max(last, heading.range.lowerBound)..<heading.range.upperBound
            found.append(Found(kind: heading.kind, range: range))
        }
        return found.isEmpty ? line(small).map { [$0] } ?? [] : found
    }

    private static func isWordStart(_ index: Int, in text: [UInt8]) -> Bool {
        // All begin with these letters, which most words do not.
        let first = text[index]
        guard first == UInt8(ascii: "w") || first == UInt8(ascii: "h") || first == UInt8(ascii: "c")
        else { return false }
        return index == 0 || !isLetter(text[index - 1])
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte > 127 }

    private static func sentence(at start: Int, in text: [UInt8]) -> Found? {
        for sentence in sentences where text[start...].starts(with: sentence.words) {
            var end = start + sentence.words.count
            if end < text.count, isLetter(text[end]) { continue }
            let signs = text[end...].prefix { ":?]. ".utf8.contains($0) }
            end += signs.count
            // In running text it is part of a sentence.
            let isMarked = signs.contains { ":?]".utf8.contains($0) } || end == text.count
            guard isMarked else { continue }
            let opening = text[..<start].reversed().prefix { "[ ".utf8.contains($0) }
            return Found(kind: sentence.kind, range: (start - opening.count)..<end)
        }
        return nil
    }

    private static func line(_ text: [UInt8]) -> Found? {
        let words = text.drop { "[* ".utf8.contains($0) }
        for line in lines where words.starts(with: line.words) {
            let rest = words.dropFirst(line.words.count)
            if rest.allSatisfy({ ":?]*. ".utf8.contains($0) }) {
                return Found(kind: line.kind, range: 0..<text.count)
            }
            // Only of a timeline does the text follow in the same block.
            if line.kind == .timeline, rest.first == UInt8(ascii: ":") {
                return Found(kind: line.kind, range: 0..<(rest.startIndex + 1))
            }
        }
        return nil
    }
}
