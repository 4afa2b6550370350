extension PhaseStatus {
    private static let moments: Set<String> = ["now", "today", "immediately"]
    /// What leads over to those who have something, and how they are called.
    private static let people: Set<String> = [
        "in", "for", "to", "on", "with", "and", "all", "the", "our", "every", "everyone", "most",
        "other", "customer", "customers", "user", "users", "tenant", "tenants", "organization",
        "organizations", "organisation", "organisations", "admins", "administrators", "everywhere",
        "clouds", "environments", "regions", "platforms", "devices",
    ]

    /// What a sentence says that ends with the present: "available in Public Preview today",
    /// "effective immediately".
    ///
    /// One that goes on may have dates behind it of what is still ahead.
    static func saidOfToday(in tokens: [Token]) -> PhaseStatus? {
        guard let moment = tokens.lastIndex(where: { !$0.isSign(".!") }),
            moments.contains(tokens[moment].text)
        else { return nil }
        if moment > 0, tokens[moment - 1].text == "effective" {
            guard tokens[moment].text == "immediately" else { return nil }
            return isMeant(.started, at: moment - 1, in: tokens) ? .started : nil
        }
        guard let start = tokens[..<moment].lastIndex(where: { $0.text == "available" }),
            namePeople(tokens[(start + 1)..<moment]), isMeant(.available, at: start, in: tokens)
        else { return nil }
        return .available
    }

    /// Whether words name those who are reached, and nothing else.
    private static func namePeople(_ tokens: ArraySlice<Token>) -> Bool {
        var index = tokens.startIndex
        while index < tokens.endIndex {
            if let end = AudienceWords.end(at: index, in: tokens) {
                index = end
            } else if people.contains(tokens[index].text) || tokens[index].isSign("(),&/")
                || PlatformWords.platform(tokens[index]) != nil
            {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    private static func isMeant(_ status: PhaseStatus, at index: Int, in tokens: [Token]) -> Bool {
        let words = tokens.filter { $0.kind == .word }.map(\.text)
        let place = tokens[..<index].count { $0.kind == .word }
        return isMeant(status, words, place..<(place + 1))
    }
}
