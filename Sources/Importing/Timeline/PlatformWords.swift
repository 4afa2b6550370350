/// The words by which publishers name platforms.
enum PlatformWords {
    private static let names: [String: Platform] = [
        "windows": .windows, "mac": .mac, "macos": .mac, "macs": .mac, "ios": .ios, "ipados": .ios,
        "iphone": .ios, "ipad": .ios, "android": .android, "linux": .linux, "web": .web,
        "desktop": .desktop, "mobile": .mobile,
    ]

    static func platform(_ token: Token) -> Platform? {
        token.kind == .word ? names[token.text] : nil
    }

    /// The end of a run of platforms with what binds them: `Windows and Mac`.
    static func runEnd(at start: Int, in tokens: ArraySlice<Token>) -> Int? {
        var index = start
        var last: Int?
        while index < tokens.endIndex {
            if platform(tokens[index]) != nil {
                index += 1
                last = index
            } else if last != nil, tokens[index].isSign(",&/") || tokens[index].text == "and",
                index + 1 < tokens.endIndex, platform(tokens[index + 1]) != nil
            {
                index += 1
            } else {
                break
            }
        }
        return last
    }

    /// Whether words name platforms and nothing else.
    static func areAll(_ tokens: ArraySlice<Token>) -> Bool {
        !tokens.isEmpty && runEnd(at: tokens.startIndex, in: tokens) == tokens.endIndex
    }
}
