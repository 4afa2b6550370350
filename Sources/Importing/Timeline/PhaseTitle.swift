/// The name of a phase for readers: audiences by their usual names, and without what it says of the
/// state of things.
enum PhaseTitle {
    /// `For GCCH, DOD` is "GCC High, DoD", and `Phase 1 (Complete)` is "Phase 1".
    static func of(_ name: String) -> String {
        let tokens = Token.tokens(of: name)
        let bytes = Array(name.utf8)
        var title: [UInt8] = []
        var index = tokens.startIndex
        if tokens.first?.text == "for", tokens.count > 1 {
            index = tokens[1].text == "the" && tokens.count > 2 ? 2 : 1
        }
        /// Where the text goes on that was not copied yet.
        var copied = index < tokens.endIndex ? tokens[index].range.lowerBound : 0
        while index < tokens.endIndex {
            let start = tokens[index].range.lowerBound
            if let (audience, end, isPlain) = AudienceWords.audience(at: index, in: tokens[...]) {
                if !isPlain {
                    title += bytes[copied..<start] + Array(audience.rawValue.utf8)
                    copied = tokens[end - 1].range.upperBound
                }
                index = end
            } else if let end = stateEnd(at: index, in: tokens) {
                title += trimmed(bytes[copied..<start])
                copied = tokens[end - 1].range.upperBound
                index = end
            } else {
                index += 1
            }
        }
        let text = trimmed((title + bytes[copied...])[...])
        return text.isEmpty ? name : String(decoding: text, as: UTF8.self)
    }

    /// The end of a state in brackets, such as "(Complete)".
    private static func stateEnd(at index: Int, in tokens: [Token]) -> Int? {
        guard tokens[index].isSign("("),
            let close = tokens[index...].prefix(5).firstIndex(where: { $0.isSign(")") }),
            tokens[(index + 1)..<close].contains(where: { $0.text.hasPrefix("complete") })
        else { return nil }
        return close + 1
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let rest = bytes.drop { $0 == 32 }
        return Array(rest.reversed().drop { $0 == 32 }.reversed())
    }
}
