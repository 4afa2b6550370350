/// Words that a host of Markdown turns into more than text: mentions, references, links, formulas.
///
/// Hosts look for them after Markdown is parsed, so a backslash does not help. Such a word is set
/// as code, which every host leaves alone, every renderer shows, and nobody is notified by.
enum HostReference {
    /// Whether a sign may stand around such a word without being part of it.
    static func isSurrounding(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "(", ")", "[", "]", "{", "}", "<", ">", ".", ",", ";", ":", "!", "?", "\"", "'", "*",
            "_",
            "~":
            return true
        default: return false
        }
    }

    /// Whether a host may make something of the word.
    static func isOne(_ word: some Collection<UInt8>) -> Bool {
        // Nearly every word of a report ends here.
        guard word.contains(where: isTrigger) else { return false }
        let word = word.map(lowercased)
        if word.contains(UInt8(ascii: "@")) || word.contains(UInt8(ascii: "$")) { return true }
        for (sign, next) in zip(word, word.dropFirst()) {
            if numbered.contains(sign), isDigit(next) { return true }
        }
        return contains(word, "://") || contains(word, "www.") || contains(word, "mailto:")
            || contains(word, "xmpp:") || startsWithNumberedPrefix(word) || hasShortcode(word)
    }

    /// A sign without which no word is a reference.
    private static func isTrigger(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "@", "$", "#", "!", "&", "%", ":", ".", "-": return true
        default: return false
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte | 32 : byte
    }

    /// Signs that make a number a reference: `#12` everywhere, `!12`, `&12` and `%12` on GitLab.
    private static let numbered = Set("#!&%".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func contains(_ word: [UInt8], _ part: String) -> Bool {
        let part = Array(part.utf8)
        guard word.count >= part.count else { return false }
        return (0...(word.count - part.count)).contains { start in
            word[start..<(start + part.count)].elementsEqual(part)
        }
    }

    /// `GH-12`.
    private static func startsWithNumberedPrefix(_ word: [UInt8]) -> Bool {
        word.count > 3 && word.starts(with: "gh-".utf8) && isDigit(word[3])
    }

    /// `:name:`, which hosts turn into a picture; a time such as 10:30:00 is none.
    private static func hasShortcode(_ word: [UInt8]) -> Bool {
        let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count > 2 else { return false }
        return parts.dropFirst().dropLast().contains { part in
            !part.isEmpty && part.contains { !isDigit($0) }
                && part.allSatisfy {
                    isDigit($0) || (97...122).contains($0) || "_+-".utf8.contains($0)
                }
        }
    }
}
