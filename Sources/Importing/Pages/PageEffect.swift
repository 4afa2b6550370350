/// An effect of a page: a title, what happens, whom it concerns and where it is written.
package struct PageEffect: Hashable, Sendable {
    package let title: String
    package let text: String
    package let roles: [String]
    package let references: [String]

    /// Reads the effects of a field: a title, its text, `- roles: …` and `- references: …`.
    ///
    /// - Parameters:
    ///   - blocks: The lines of the field.
    ///   - anchors: The links of the page, since a reference may be words with an address behind them.
    /// - Returns: The effects in the order of the page.
    static func effects(of blocks: [TextBlock], _ anchors: [PostLink]) -> [PageEffect] {
        var effects: [PageEffect] = []
        var title = ""
        var text: [String] = []
        var roles: [String] = []
        var references: [String] = []
        func end() {
            guard !title.isEmpty else { return }
            effects.append(
                PageEffect(
                    title: title, text: text.joined(separator: " "), roles: roles,
                    references: references))
            (title, text, roles, references) = ("", [], [], [])
        }
        let starts = starts(of: blocks)
        for (place, line) in blocks.map(\.text).enumerated() {
            if let list = Self.list(line, roleNames) {
                roles += parts(of: list)
            } else if let list = Self.list(line, referenceNames) {
                references += Self.references(list, anchors)
            } else if title.isEmpty || !roles.isEmpty || !references.isEmpty
                || starts.contains(place)
            {
                end()
                title = line
            } else {
                text.append(line)
            }
        }
        end()
        return effects
    }

    /// Where the form of a field says that an effect begins, so that one without roles takes in no
    /// other: all titles look like the first one.
    private static func starts(of blocks: [TextBlock]) -> Set<Int> {
        let isHead = blocks.first?.isHeading ?? false ? isHeading : hasTextBelow
        guard isHead(blocks, 0) else { return [] }
        return Set(blocks.indices.filter { isHead(blocks, $0) })
    }

    private static func isHeading(_ blocks: [TextBlock], _ place: Int) -> Bool {
        blocks[place].isHeading && !isAttribute(blocks[place].text)
    }

    /// Whether a blank line stands before a line and none behind it, and the line is no sentence.
    private static func hasTextBelow(_ blocks: [TextBlock], _ place: Int) -> Bool {
        guard place + 1 < blocks.count, place == 0 || blocks[place].isParted,
            !blocks[place + 1].isParted, !isAttribute(blocks[place].text),
            let last = blocks[place].text.last
        else { return false }
        return !".,;:!?".contains(last)
    }

    private static let roleNames = ["roles", "role"]
    private static let referenceNames = ["references", "reference"]

    /// The references that have an address, and those that have none.
    package var addresses: [String] { references.filter(ChangeDraft.isUsable) }
    var unaddressed: [String] { references.filter { !ChangeDraft.isUsable($0) } }

    /// Roles and references in a sentence each; empty where there are none.
    var standing: String {
        [("Roles", roles), ("References", references)].filter { !$0.1.isEmpty }
            .map { "\($0.0): \($0.1.joined(separator: ", "))." }.joined(separator: " ")
    }

    /// Whether a line tells roles or references, and nothing of what happens.
    static func isAttribute(_ line: String) -> Bool {
        list(line, roleNames + referenceNames) != nil
    }

    /// What stands behind the name of a line such as `- roles: Help Desk, End Users`; nil for another
    /// line.
    private static func list(_ line: String, _ names: [String]) -> String? {
        let words = line.drop { "-•* ".contains($0) }
        guard let colon = words.firstIndex(of: ":") else { return nil }
        let name = words[..<colon].lowercased().filter { !"* ".contains($0) }
        return names.contains(name) ? String(words[words.index(after: colon)...]) : nil
    }

    /// The parts between commas.
    private static func parts(of list: String) -> [String] {
        list.split(separator: ",").map {
            String($0.drop { " *".contains($0) }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    /// The addresses that are spelled out or stand behind words, and words without an address.
    private static func references(_ list: String, _ anchors: [PostLink]) -> [String] {
        var list = list
        for anchor in anchors where anchor.text.contains(",") && !anchor.text.hasPrefix("http") {
            list = list.replacing(anchor.text, with: anchor.address)
        }
        return parts(of: list).flatMap { part in
            if let anchor = anchors.first(where: { $0.text == part }) { return [anchor.address] }
            let words = part.split(separator: " ").map(String.init)
            return words.allSatisfy { $0.contains("://") } ? words : [part]
        }
    }
}
