/// Puts entries of one text into the entries of another, each behind what it stands behind there.
struct EntryWeave {
    private let entries: [DraftEntry]
    private var places: [[String]: Int] = [:]
    /// The last entry of everything that a path leads to.
    private var ends: [[String]: Int] = [:]
    /// What comes behind an entry; under -1, what comes before all of them.
    private var added: [Int: [DraftEntry]] = [:]
    private var anchors: [[String]: Int] = [:]

    init(_ entries: [DraftEntry]) {
        self.entries = entries
        for (index, entry) in entries.enumerated() {
            places[entry.path] = index
            for length in 1...entry.path.count { ends[Array(entry.path.prefix(length))] = index }
        }
    }

    /// Whether an entry has a place in it.
    func holds(_ entry: DraftEntry) -> Bool {
        anchors[entry.path] != nil || ends[entry.path] != nil
    }

    /// Puts an entry behind another one, and behind all that the text has of what the two do not
    /// share: a new step comes behind the whole step before it.
    mutating func insert(_ entry: DraftEntry, behind last: DraftEntry?) {
        var anchor = -1
        if let last {
            let shared = zip(last.path, entry.path).prefix { $0 == $1 }.count
            // The first part of a section stands behind its key, and the others behind each other.
            let isWithin = shared == last.path.count
            let end = isWithin ? places[last.path] : ends[Array(last.path.prefix(shared + 1))]
            anchor = end ?? anchors[last.path] ?? -1
        }
        anchors[entry.path] = anchor
        added[anchor, default: []].append(entry)
    }

    /// All entries in order; those without a place in `kept` are left out.
    func woven(_ kept: (Int) -> DraftEntry?) -> [DraftEntry] {
        var woven = added[-1] ?? []
        for index in entries.indices {
            if let entry = kept(index) { woven.append(entry) }
            woven += added[index] ?? []
        }
        return woven
    }
}
