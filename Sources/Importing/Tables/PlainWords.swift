import Characters

/// The words of a cell, alike in whatever way they were written.
enum PlainWords {
    /// Small letters without marks, with one blank between two words; the sign of a number stays.
    static func of(_ text: String) -> String {
        let plain = LatinLetters.plain(text).lowercased()
        return plain.split { !$0.isLetter && !$0.isNumber && $0 != "#" }.joined(separator: " ")
    }

    /// The text without what stands in round or square brackets.
    static func withoutBrackets(_ text: String) -> String {
        var bare = ""
        var depth = 0
        for sign in text {
            switch sign {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default: if depth == 0 { bare.append(sign) }
            }
        }
        return bare
    }
}
