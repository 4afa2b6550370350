/// The words by which publishers name rings, clouds and channels.
enum AudienceWords {
    private static let phrases: [[String]] = [
        ["general", "availability"], ["generally", "available"], ["targeted", "release"],
        ["public", "preview"], ["private", "preview"], ["standard", "release"],
        ["current", "channel"], ["monthly", "enterprise", "channel"], ["beta", "channel"],
        ["gcc", "-", "high"], ["gcc", "high"], ["gcc", "-", "h"],
        ["ga"], ["targeted"], ["preview"], ["worldwide"], ["ww"], ["wwmt"], ["gcc"], ["gcch"],
        ["gcchigh"], ["dod"], ["production"], ["commercial"], ["gallatin"], ["ussec"], ["usnat"],
        ["airgap"], ["standard"],
    ]
    private static let byFirst = Dictionary(grouping: phrases) { $0[0] }

    /// The end of the name that begins at a place; nil where none does.
    static func end(at index: Int, in tokens: ArraySlice<Token>) -> Int? {
        guard index < tokens.endIndex else { return nil }
        let first = tokens[index]
        if ["phase", "stage", "ring", "wave"].contains(first.text) {
            let next = index + 1
            return next < tokens.endIndex && tokens[next].kind == .number ? next + 1 : nil
        }
        // 21Vianet.
        if first.text == "21", index + 1 < tokens.endIndex, tokens[index + 1].text == "vianet" {
            return index + 2
        }
        for phrase in byFirst[first.text] ?? [] {
            let end = index + phrase.count
            if end <= tokens.endIndex,
                zip(tokens[index..<end], phrase).allSatisfy({ $0.text == $1 })
            {
                return end
            }
        }
        return nil
    }

    /// Whether one of the names is among the tokens.
    static func occur(in tokens: ArraySlice<Token>) -> Bool {
        tokens.indices.contains { end(at: $0, in: tokens) != nil }
    }

    /// The end of a run of names with what binds them: `Phase 1 | General Availability (GCC, DoD)`.
    static func runEnd(at start: Int, in tokens: ArraySlice<Token>) -> Int? {
        var index = start
        var last: Int?
        while index < tokens.endIndex {
            if let end = end(at: index, in: tokens) {
                index = end
                last = end
            } else if last != nil, tokens[index].isSign("("),
                let close = tokens[index...].prefix(40).firstIndex(where: { $0.isSign(")") }),
                occur(in: tokens[index..<close]) || close - index <= 2
            {
                index = close + 1
                last = index
            } else if last != nil, tokens[index].isSign("|,&/+") || tokens[index].text == "and",
                index + 1 < tokens.endIndex, Self.end(at: index + 1, in: tokens) != nil
            {
                index += 1
            } else {
                break
            }
        }
        return last
    }
}
