/// A piece of a checklist's text that an update takes or leaves as a whole: a key with its value,
/// a comment, or an empty line.
struct DraftEntry: Hashable {
    enum Kind: Hashable { case value, comment, blank }

    let kind: Kind
    /// Where it stands: the keys and items that lead to it, and its own name.
    var path: [String]
    /// The blanks before it, with the hyphen where it begins an item.
    private(set) var margin: String
    /// What its first line says, without the comment behind it.
    private(set) var words: String
    /// The comment that ends its first line, with the blanks before it.
    private(set) var remark: String
    /// The other lines of its value.
    private(set) var more: [String]
    /// What ends its lines besides the line feed.
    private var ending: String

    init(
        _ kind: Kind, path: [String], margin: String, words: String, remark: String = "",
        more: [String] = [], ending: String
    ) {
        self.kind = kind
        self.path = path
        self.margin = margin
        self.words = words
        self.remark = remark
        self.more = more
        self.ending = ending
    }

    /// The lines as they stand in the file.
    var lines: [String] {
        ([margin + words + remark] + more).map { $0 + ending }
    }

    /// The lines as a person reads them.
    var shown: [String] { [margin + words + remark] + more }

    /// Whether both say the same; how far they are indented is how they look.
    func says(_ other: DraftEntry) -> Bool {
        hasValue(of: other) && remark.utf8.elementsEqual(other.remark.utf8)
    }

    /// Whether both have the same value, by bytes, as texts that look the same need not be.
    func hasValue(of other: DraftEntry) -> Bool {
        words.utf8.elementsEqual(other.words.utf8) && more.count == other.more.count
            && zip(more, other.more).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// This entry at its place with the value of another one.
    func taking(_ other: DraftEntry, remark: String) -> DraftEntry {
        var entry = self
        entry.words = other.words
        entry.more = other.more
        entry.remark = remark
        return entry
    }

    /// This comment with other words.
    func saying(_ words: String) -> DraftEntry {
        var entry = self
        entry.words = words
        return entry
    }

    /// This entry in a file whose lines end like that.
    func ended(by ending: String) -> DraftEntry {
        var entry = self
        entry.ending = ending
        return entry
    }

    /// This entry behind other blanks.
    func behind(_ margin: String) -> DraftEntry {
        var entry = self
        entry.margin = margin
        return entry
    }

    /// The item that it is a direct part of; nil where it is part of none.
    var item: [String]? {
        guard kind == .value, path.count > 1, Self.isItem(path[path.count - 2]) else { return nil }
        return Array(path.dropLast())
    }

    /// This entry as the first one of its item, or as one behind it.
    func beginningItem(_ begins: Bool) -> DraftEntry {
        guard begins != margin.contains("-") else { return self }
        var entry = self
        if begins {
            let isWide = margin.utf8.count > 1
            entry.margin = (isWide ? String(margin.dropLast(2)) : "") + "- "
        } else {
            entry.margin = String(margin.map { $0 == "-" ? " " : $0 })
        }
        return entry
    }

    /// Whether a name of a path is that of an item of a list.
    static func isItem(_ name: String) -> Bool { name.hasPrefix("- ") }

    /// The value whose source a comment above an item names, which goes where that value goes; nil for
    /// other comments.
    var provenance: [String]? {
        guard kind == .comment else { return nil }
        if words.hasPrefix("# starts from ") || words == "# no start was read" {
            return owner + ["starts"]
        }
        return words.hasPrefix("# ends from ") ? owner + ["ends"] : nil
    }

    /// What a comment or an empty line belongs to; the path itself for a value.
    var owner: [String] { kind == .value ? path : Array(path.dropLast(2)) }
}
