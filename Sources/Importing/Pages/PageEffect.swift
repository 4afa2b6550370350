/// An effect of a page: a title, what happens, whom it concerns and where it is written.
package struct PageEffect: Hashable, Sendable {
    package let title: String
    package let text: String
    package let roles: [String]
    package let references: [String]

    /// Reads the effects of a field: a title, its text, `- roles: …` and `- references: …`.
    static func effects(of lines: [String]) -> [PageEffect] {
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
        for line in lines {
            if let values = values(of: line, "roles") {
                roles += values
            } else if let values = values(of: line, "references") {
                references += values
            } else if title.isEmpty || !roles.isEmpty || !references.isEmpty {
                end()
                title = line
            } else {
                text.append(line)
            }
        }
        end()
        return effects
    }

    /// Whether a line tells roles or references, and nothing of what happens.
    static func isAttribute(_ line: String) -> Bool {
        values(of: line, "roles") != nil || values(of: line, "references") != nil
    }

    /// The values of a line such as `- roles: Help Desk, End Users`; nil for another line.
    private static func values(of line: String, _ name: String) -> [String]? {
        let words = line.drop { "-•* ".contains($0) }
        guard words.lowercased().hasPrefix("\(name):") else { return nil }
        return words.dropFirst(name.count + 1).split(separator: ",").map {
            String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }
}
