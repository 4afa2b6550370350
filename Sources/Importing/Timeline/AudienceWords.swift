/// The words by which publishers name rings, clouds and channels.
enum AudienceWords {
    /// A spelling, what it means, and whether it is plain words that a title may keep.
    private typealias Spelling = (words: [String], audience: Audience, isPlain: Bool)

    private static let spellings: [Spelling] = [
        (["general", "availability"], .generalAvailability, false),
        (["generally", "available"], .generalAvailability, true),
        (["ga"], .generalAvailability, false),
        (["targeted", "release"], .targetedRelease, false), (["tr"], .targetedRelease, false),
        (["targeted"], .targetedRelease, true),
        (["standard", "release"], .standardRelease, false), (["standard"], .standardRelease, true),
        (["public", "preview"], .publicPreview, false),
        (["private", "preview"], .privatePreview, false), (["preview"], .preview, true),
        (["current", "channel"], .currentChannel, false),
        (["monthly", "enterprise", "channel"], .monthlyEnterpriseChannel, false),
        (["beta", "channel"], .betaChannel, false), (["production"], .production, true),
        (["worldwide", "(", "standard", "multi", "-", "tenant", ")"], .worldwide, false),
        (["worldwide", "(", "standard", "multi", "-", "tenants", ")"], .worldwide, false),
        (["worldwide", "(", "standard", "multitenant", ")"], .worldwide, false),
        (["worldwide", "standard", "multi", "-", "tenant"], .worldwide, false),
        (["standard", "multi", "-", "tenant"], .worldwide, false),
        (["world", "-", "wide"], .worldwide, false), (["worldwide"], .worldwide, false),
        (["ww"], .worldwide, false), (["wwmt"], .worldwide, false),
        (["commercial"], .worldwide, true),
        (["gcc", "-", "high"], .gccHigh, false), (["gcc", "high"], .gccHigh, false),
        (["gcc", "-", "h"], .gccHigh, false), (["gcc", "h"], .gccHigh, false),
        (["usgov", "gcc", "-", "high"], .gccHigh, false),
        (["usgov", "gcc", "high"], .gccHigh, false), (["usgov", "gcch"], .gccHigh, false),
        (["us", "gov", "gcc", "high"], .gccHigh, false),
        (["gcch"], .gccHigh, false), (["gcchigh"], .gccHigh, false),
        (["government", "community", "cloud", "high"], .gccHigh, false),
        (["government", "community", "cloud"], .gcc, false),
        (["government", "clouds"], .government, true),
        (["government", "cloud"], .government, true),
        (["gov", "clouds"], .government, true), (["gov", "cloud"], .government, true),
        (["government", "tenants"], .government, true),
        (["government", "customers"], .government, true),
        (["gcc", "-", "moderate"], .gcc, false), (["gcc", "moderate"], .gcc, false),
        (["gcc", "-", "m"], .gcc, false), (["gcc"], .gcc, false),
        (["usgov", "dod"], .dod, false), (["us", "gov", "dod"], .dod, false),
        (["dod"], .dod, false),
        (["department", "of", "defense"], .dod, false),
        (["microsoft", "365", "operated", "by", "21", "vianet"], .china, false),
        (["office", "365", "operated", "by", "21", "vianet"], .china, false),
        (["china", "(", "operated", "by", "21", "vianet", ")"], .china, false),
        (["operated", "by", "21", "vianet"], .china, false),
        (["china", "(", "21", "vianet", ")"], .china, false),
        (["gallatin", "(", "21", "vianet", ")"], .china, false),
        (["china", "(", "gallatin", ")"], .china, false),
        (["gallatin", "(", "china", ")"], .china, false),
        (["21", "vianet", "(", "china", ")"], .china, false), (["21", "vianet"], .china, false),
        (["gallatin"], .china, false), (["ussec"], .usSec, false), (["usnat"], .usNat, false),
        (["airgap"], .airgap, false), (["air", "-", "gapped"], .airgap, false),
    ]
    /// By their first word, the longer ones first.
    private static let byFirst = Dictionary(
        grouping: spellings.sorted { $0.words.count > $1.words.count }
    ) { $0.words[0] }

    /// The audience that is named at a place, and where its name ends; nil where none is.
    static func audience(
        at index: Int, in tokens: ArraySlice<Token>
    ) -> (audience: Audience, end: Int, isPlain: Bool)? {
        guard index < tokens.endIndex else { return nil }
        for spelling in byFirst[tokens[index].text] ?? [] {
            let end = index + spelling.words.count
            if end <= tokens.endIndex,
                zip(tokens[index..<end], spelling.words).allSatisfy({ $0.text == $1 })
            {
                return (spelling.audience, end, spelling.isPlain)
            }
        }
        return nil
    }

    /// The end of the name that begins at a place, of an audience or of a numbered phase; nil where
    /// none does.
    static func end(at index: Int, in tokens: ArraySlice<Token>) -> Int? {
        guard index < tokens.endIndex else { return nil }
        if ["phase", "stage", "ring", "wave"].contains(tokens[index].text) {
            let next = index + 1
            return next < tokens.endIndex && tokens[next].kind == .number ? next + 1 : nil
        }
        return audience(at: index, in: tokens)?.end
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
                occur(in: tokens[index..<close])
                    || (close - index <= 2 && MonthName.number(of: tokens[index + 1].text) == nil)
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
