/// What a column of a plan can tell.
package enum ColumnKey: String, Hashable, Sendable, CaseIterable {
    case id, title, text, role
    /// Who answers for a step: people of its role, or a role of that name where the sheet has none.
    case owner
    case members, due, level, needs, status

    private static let keys: [String: ColumnKey] = {
        var keys: [String: ColumnKey] = [:]
        for (key, words) in headings {
            for word in words { keys[PlainWords.of(word)] = key }
        }
        return keys
    }()

    private static let asking = Set(questions.map(PlainWords.of))

    /// Whether a heading of levels asks what "no" is an answer to.
    static func asks(_ heading: String) -> Bool {
        asking.contains(PlainWords.of(PlainWords.withoutBrackets(heading)))
    }

    /// The key that a heading names; nil for other headings.
    ///
    /// What stands in brackets is a unit or an ending, as in "Due (date)", and of words with a
    /// stroke between them the first one that is known counts.
    static func of(_ heading: String) -> ColumnKey? {
        let bare = PlainWords.withoutBrackets(heading)
        let text = PlainWords.of(bare).isEmpty ? heading : bare
        return keys[PlainWords.of(text)]
            ?? text.split { "/,&;|".contains($0) }.lazy.compactMap {
                keys[PlainWords.of(String($0))]
            }.first
    }
}
