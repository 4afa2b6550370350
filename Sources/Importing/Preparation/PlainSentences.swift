/// Cuts running text into sentences.
enum PlainSentences {
    /// The sentences of a text on one line.
    static func of(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var sentences: [String] = []
        var start = 0
        for index in bytes.indices where ".!?".utf8.contains(bytes[index]) {
            let next = index + 1
            guard next == bytes.count || (bytes[next] == 32 && next + 1 < bytes.count) else {
                continue
            }
            if next < bytes.count {
                let follower = bytes[next + 1]
                // A sentence begins with a capital, a digit or a sign; "e.g. this" does not end one.
                guard !(97...122).contains(follower) else { continue }
                if index >= 2, bytes[index] == UInt8(ascii: "."),
                    bytes[index - 2] == UInt8(ascii: ".")
                {
                    continue
                }
                // "Mid-Oct. 2026" goes on.
                if (48...57).contains(follower), isMonth(before: index, in: bytes) { continue }
            }
            put(bytes[start...index], into: &sentences)
            start = next
        }
        put(bytes[start...], into: &sentences)
        return sentences
    }

    /// Whether the word before a dot is a month without its end.
    private static func isMonth(before dot: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[dot] == UInt8(ascii: ".") else { return false }
        var start = dot
        while start > 0, dot - start < 6, (97...122).contains(bytes[start - 1] | 32) { start -= 1 }
        return MonthName.isCut(String(decoding: bytes[start..<dot], as: UTF8.self).lowercased())
    }

    private static func put(_ bytes: ArraySlice<UInt8>, into sentences: inout [String]) {
        let text = String(decoding: bytes.drop { $0 == 32 }, as: UTF8.self)
        if !text.isEmpty { sentences.append(text) }
    }
}
