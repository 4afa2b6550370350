/// Finds again what people moved or renamed in a text that a program wrote.
enum EntryMatching {
    /// The entries of the edited text under the paths that they have in the base.
    ///
    /// An item under another id is the same one where its title stayed, and a comment that stands
    /// before something else is the same one where its words stayed.
    static func matched(
        _ edited: [DraftEntry], to base: [DraftEntry], besides new: [DraftEntry]
    ) -> [DraftEntry] {
        sameComments(sameItems(edited, base, Set(items(of: new).keys)), base)
    }

    private static func sameItems(
        _ edited: [DraftEntry], _ base: [DraftEntry], _ new: Set<[String]>
    ) -> [DraftEntry] {
        let (mine, old) = (items(of: edited), items(of: base))
        var lost: [[String]: [[String]]] = [:]
        for (path, title) in old where mine[path] == nil && !title.isEmpty {
            lost[Array(path.dropLast()) + [title], default: []].append(path)
        }
        var names: [[String]: [String]] = [:]
        var taken: Set<[String]> = []
        for (path, title) in mine where old[path] == nil && !new.contains(path) {
            // Two with one title may be either.
            let key = Array(path.dropLast()) + [title]
            if let same = lost[key], same.count == 1, taken.insert(same[0]).inserted {
                names[path] = same[0]
            }
        }
        guard !names.isEmpty else { return edited }
        return edited.map { entry in
            var entry = entry
            for length in stride(from: entry.path.count, to: 0, by: -1) {
                guard let name = names[Array(entry.path.prefix(length))] else { continue }
                entry.path = name + entry.path.dropFirst(length)
                break
            }
            return entry
        }
    }

    /// The items that have an id, with their titles.
    private static func items(of entries: [DraftEntry]) -> [[String]: String] {
        var items: [[String]: String] = [:]
        for entry in entries {
            guard let item = entry.item, item.last?.hasPrefix("- id ") ?? false else { continue }
            items[item] = entry.path.last == "title" ? entry.words : items[item] ?? ""
        }
        return items
    }

    private static func sameComments(
        _ edited: [DraftEntry], _ base: [DraftEntry]
    ) -> [DraftEntry] {
        let (mine, old) = (Set(edited.map(\.path)), Set(base.map(\.path)))
        var lost: [String: [[String]]] = [:]
        for comment in base.reversed() where comment.kind == .comment {
            if !mine.contains(comment.path) {
                lost[comment.words, default: []].append(comment.path)
            }
        }
        return edited.map { entry in
            guard entry.kind == .comment, !old.contains(entry.path),
                let path = lost[entry.words]?.popLast()
            else { return entry }
            var entry = entry
            entry.path = path
            return entry
        }
    }
}
