/// The words by which a publisher says that a change does not come.
enum Cancellation {
    /// Each holds where `isMeant` says so.
    static let phrases: [[String]] =
        [
            "not proceed", "not to proceed", "not be proceeding", "not proceeding",
            "no longer proceeding", "no longer proceed", "no longer be proceeding",
            "won't be proceeding", "won't proceed", "not going to proceed",
            "not be moving forward", "not moving forward", "not move forward",
            "not to move forward", "no longer moving forward", "no longer move forward",
            "no longer be moving forward", "won't be moving forward", "won't move forward",
            "decided against", "not roll", "not be rolling", "not be rolled", "not rolling",
            "not going to roll", "not to roll", "won't roll", "won't be rolling", "won't be rolled",
            "no longer roll", "no longer be rolling", "no longer be rolled", "no longer rolling",
            "not be releasing", "no longer be releasing", "no longer planned", "not resume",
            "no longer resume", "not be resuming",
            "cancelled", "canceled", "withdrawn", "to cancel", "cancelling", "canceling",
            "will not happen", "won't happen",
        ].map { $0.split(separator: " ").map(String.init) }

    /// What a publisher cancels; other things, such as meetings, are cancelled by others.
    private static let things: Set = [
        "rollout", "roll", "change", "changes", "feature", "features", "release", "update",
        "deployment", "retirement", "launch", "plan", "plans", "announcement", "capability",
    ]
    /// What makes a case of it: "if you do not proceed".
    private static let conditions: Set = [
        "if", "when", "whenever", "unless", "once", "whether", "should",
    ]
    /// Who does not proceed with other things.
    private static let others: Set = ["you", "users", "user", "admins", "they"]
    /// Who and what does or does not come: "for Mac users, we do not proceed".
    private static let subjects: Set = [
        "we", "we're", "we've", "we'll", "microsoft", "rollout", "change", "feature", "update",
        "release",
    ]
    /// What says of whom or until when it does not: of the others and from then on it does.
    private static let limits: Set = ["until", "unless", "before", "yet", "without"]

    /// Whether a phrase that stands in a sentence says that the change does not come.
    static func isMeant(_ words: [String], _ phrase: Range<Int>) -> Bool {
        let before = words[..<phrase.lowerBound]
        let after = words[phrase.upperBound...]
        guard isOfChange(before), after.allSatisfy({ !limits.contains($0) }) else { return false }
        let said = words[phrase]
        if said.last?.hasPrefix("roll") ?? false {
            // "It will not roll out to tenants without a licence" is of these alone.
            return after.allSatisfy { !["to", "for", "in", "on", "by"].contains($0) }
        }
        guard said.count == 1 || said.first == "to" || said.last == "happen" else { return true }
        if words.count == phrase.count || isSubject(before) { return true }
        return (before.suffix(6) + after.prefix(5)).contains(where: things.contains)
    }

    /// Whether words begin with what a publisher cancels, and go on to say what became of it: "the
    /// rollout in the clouds of the government has been".
    private static func isSubject(_ before: ArraySlice<String>) -> Bool {
        let verbs: Set<String> = ["been", "is", "was", "are", "be", "being", "now"]
        return before.prefix(3).contains(where: things.contains)
            && (before.last.map(verbs.contains) ?? false)
            && !before.contains { ["that", "which", "who", "of"].contains($0) }
    }

    /// The first phrase in words that is meant of the change, or of those to whom it does not roll
    /// out.
    static func phrase(in words: [String]) -> Range<Int>? {
        for start in words.indices {
            for phrase in phrases where words[start...].starts(with: phrase) {
                let place = start..<(start + phrase.count)
                if isMeant(words, place) || refuses(words, place) { return place }
            }
        }
        return nil
    }

    /// Whether a phrase says of somebody that it does not roll out to them.
    private static func refuses(_ words: [String], _ phrase: Range<Int>) -> Bool {
        (words[phrase].last?.hasPrefix("roll") ?? false) && isOfChange(words[..<phrase.lowerBound])
            && words[phrase.upperBound...].allSatisfy { !limits.contains($0) }
    }

    /// Whether the words before a phrase make no case of it, and are not of what others do.
    private static func isOfChange(_ before: ArraySlice<String>) -> Bool {
        let near = before.suffix(6)
        let subject = near.lastIndex(where: subjects.contains) ?? near.startIndex
        return near.allSatisfy { !conditions.contains($0) }
            && near[subject...].allSatisfy { !others.contains($0) }
    }

    /// Each of the phrases has one of these; the last is the end of "won" with its apostrophe.
    private static let marks: [UInt32] =
        ["ncel", "draw", "not ", "nger", "on't", "gain"].map { mark in
            mark.utf8.reduce(0) { $0 << 8 | UInt32($1) }
        } + [0x6EE2_8099]

    /// Whether a text may hold a phrase: most cannot, and need not be cut into words.
    static func maySay(_ text: String) -> Bool {
        var last: UInt32 = 0
        for byte in text.utf8 {
            last = last << 8 | UInt32(byte)
            if marks.contains(last) { return true }
        }
        return false
    }
}
