import Glibc

/// Refuses texts with very many `%TAG` directives.
///
/// libyaml compares each of them with all before it while it looks for the first event, so that
/// megabytes of them would keep it busy for hours before any limit on events could act.
enum DirectiveGuard {
    /// How many a text may hold; checklists need none.
    static let limit = 64

    /// The mistake, where there are too many.
    static func check(_ source: SourceText) -> Diagnostic? {
        source.bytes.withUnsafeBufferPointer { text in
            var found = 0
            var index = 0
            while let start = next(in: text, from: index) {
                index = start + 1
                guard isDirective(at: start, in: text) else { continue }
                found += 1
                guard found > limit else { continue }
                return source.diagnostic(
                    "too-many-directives", "more than \(limit) lines begin with `%TAG`",
                    fix: "remove them", at: SourceSpan(start: start, end: start + 4))
            }
            return nil
        }
    }

    private static func next(in text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
        guard let start = text.baseAddress,
            let hit = memchr(start + index, Int32(UInt8(ascii: "%")), text.count - index)
        else { return nil }
        return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(hit))
    }

    private static func isDirective(
        at start: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        // For libyaml a line also ends at NEL, LS and PS; their last bytes are enough here.
        guard start == 0 || Byte.isBreak(text[start - 1]) || text[start - 1] >= 0x80 else {
            return false
        }
        return start + 4 < text.count && text[start + 1] == UInt8(ascii: "T")
            && text[start + 2] == UInt8(ascii: "A") && text[start + 3] == UInt8(ascii: "G")
    }
}
