/// The entries of a text by their paths.
struct EntryIndex {
    let entries: [DraftEntry]
    private let places: [[String]: Int]
    /// The values below each item, section and key, the paths of the values themselves among them.
    private let below: [[String]: [Int]]

    init(_ entries: [DraftEntry]) {
        self.entries = entries
        var places: [[String]: Int] = [:]
        var below: [[String]: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            places[entry.path] = index
            for length in 1...entry.owner.count {
                below[Array(entry.owner.prefix(length)), default: []].append(index)
            }
        }
        self.places = places
        self.below = below
    }

    subscript(path: [String]) -> DraftEntry? { places[path].map { entries[$0] } }

    /// All entries that belong to a path.
    func entries(below path: [String]) -> [DraftEntry] {
        (below[path] ?? []).map { entries[$0] }
    }

    func values(below path: [String]) -> [DraftEntry] {
        entries(below: path).filter { $0.kind == .value }
    }

    /// Whether the text has values there.
    func leads(to path: [String]) -> Bool {
        (below[path] ?? []).contains { entries[$0].kind == .value }
    }

    /// The first part of a path to which nothing leads.
    func missing(on path: [String]) -> [String] {
        for length in 1...path.count {
            let part = Array(path.prefix(length))
            if !leads(to: part) { return part }
        }
        return path
    }
}
