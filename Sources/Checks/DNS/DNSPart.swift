/// A part of the value of a record, or a pattern of one, and why no value has it.
struct DNSPart {
    /// From where a value begins, without what a pattern has before that.
    private let text: Substring
    private let isPattern: Bool
    /// Capital and small letters are alike, as a pattern says at its beginning.
    private var ignoresCase = false

    init(_ part: String) {
        text = part[...]
        isPattern = false
    }

    init(_ pattern: TextPattern) {
        var rest = pattern.description[...]
        while true {
            if rest.hasPrefix("^") {
                rest.removeFirst()
            } else if rest.hasPrefix("\\A") {
                rest.removeFirst(2)
            } else if rest.hasPrefix("(?"), let end = rest.firstIndex(of: ")"),
                rest[..<end].dropFirst(2).allSatisfy({ $0.isLowercase })
            {
                ignoresCase = ignoresCase || rest[..<end].contains("i")
                rest = rest[end...].dropFirst()
            } else {
                break
            }
        }
        text = rest
        isPattern = true
    }

    /// Of TXT: it has the quotes of zone files.
    var faultOfText: String? { Self.opens(text, isPattern: isPattern) ? Self.quotes : nil }

    /// Of CAA: it has the quotes of zone files, or a tag in capital letters (RFC 8659 section 4.1).
    var faultOfAuthorization: String? {
        let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        let hasFlags = words.count > 1 && words.first.map(isFlags) ?? false
        let behindFlags = words.dropFirst(hasFlags ? 1 : 0)
        let tag = behindFlags.first?.prefix { $0.isLetter } ?? ""
        let isWord = tag == behindFlags.first
        let isTag = isWord && Self.tags.contains(tag.lowercased())
        let value = hasFlags || isTag ? behindFlags.dropFirst().joined(separator: " ")[...] : text
        let closes = isPattern ? ["\"", "\"$"] : ["\""]
        if Self.opens(value, isPattern: isPattern) || Self.opens(text, isPattern: isPattern)
            || (text.count > 1 && closes.contains { text.hasSuffix($0) })
        {
            return Self.quotes
        }
        guard !ignoresCase, hasFlags || isTag, tag != tag.lowercased() else { return nil }
        return "tags are compared in small letters: write \(tag.lowercased())"
    }

    private static let quotes = "values are compared without their quotes: leave them out"
    private static let tags: Set = [
        "issue", "issuewild", "issuemail", "issuevmc", "iodef", "contactemail", "contactphone",
    ]

    /// A number, or what stands for one in a pattern.
    private func isFlags(_ word: Substring) -> Bool {
        UInt8(word) != nil
            || (isPattern && ["\\d", "\\d+", "[0-9]", "[0-9]+"].contains(String(word)))
    }

    /// Whether it begins with a quote and goes on; a quote alone looks for one inside.
    private static func opens(_ text: Substring, isPattern: Bool) -> Bool {
        let isEscaped = isPattern && text.hasPrefix("\\\"")
        guard isEscaped || text.hasPrefix("\"") else { return false }
        guard let next = text.dropFirst(isEscaped ? 2 : 1).first else { return false }
        // In a pattern it may be one that need not be there.
        return !isPattern || !"?*{|".contains(next)
    }
}
