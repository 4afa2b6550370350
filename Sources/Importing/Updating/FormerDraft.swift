/// The draft of an earlier version of an announcement.
///
/// The next one keeps the ids that its phases, effects, roles and steps had, and the phases that its steps
/// are due against: a sign-off is for a step with its id and its due, and lapses where one of them changes.
package struct FormerDraft: Sendable {
    /// A phase, an effect, a role or a step.
    struct Item: Hashable, Sendable {
        let id: String
        /// What it says under its keys, as the draft has it.
        fileprivate(set) var values: [String: String] = [:]

        subscript(key: String) -> String? { values[key] }

        /// The phase that a step is due against.
        var duePhase: String? { self["due"].map { String($0.prefix { $0 != " " }) } }
    }

    private(set) var phases: [Item] = []
    private(set) var effects: [Item] = []
    private(set) var roles: [Item] = []
    private(set) var steps: [Item] = []

    /// No earlier version.
    package init() {}

    /// Reads the draft that an import kept.
    package init(_ draft: String) {
        for entry in DraftEntries(draft).entries where entry.kind == .value {
            let path = entry.path
            guard path.count > 1, let colon = entry.words.firstRange(of: ": ") else { continue }
            let value = String(entry.words[colon.upperBound...])
            if path.count == 2, path[0] == "roles" {
                roles.append(Item(id: path[1], values: ["title": Self.title(of: value)]))
            } else if path.count == 3, path[1].hasPrefix("- id ") {
                let id = String(path[1].dropFirst(5))
                switch path[0] {
                case "timeline": Self.take(id, path[2], value, &phases)
                case "effects": Self.take(id, path[2], value, &effects)
                case "steps": Self.take(id, path[2], value, &steps)
                default: break
                }
            }
        }
    }

    private static func take(_ id: String, _ key: String, _ value: String, _ items: inout [Item]) {
        if items.last?.id != id { items.append(Item(id: id)) }
        items[items.count - 1].values[key] = value
    }

    /// The title of a role, whose draft is one line: `{title: "Net", members: []}`.
    private static func title(of role: String) -> String {
        let start = "{title: "
        guard role.hasPrefix(start) else { return role }
        let bytes = Array(role.utf8.dropFirst(start.utf8.count))
        var end = bytes.firstIndex(of: UInt8(ascii: ",")) ?? bytes.endIndex
        if bytes.first == UInt8(ascii: "\"") {
            end = 1
            while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
                end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            end = min(end + 1, bytes.count)
        }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
