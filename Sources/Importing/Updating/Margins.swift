/// How far people indented what a program indented in its way.
struct Margins {
    private struct Place: Hashable {
        let section: String
        let margin: String
    }

    private var margins: [Place: String] = [:]

    /// Learns it from the entries that both texts have.
    init(of edited: EntryIndex, in new: EntryIndex) {
        for entry in edited.entries where entry.kind != .blank {
            guard let same = new[entry.path], let section = entry.path.first else { continue }
            margins[Place(section: section, margin: same.margin)] = entry.margin
        }
    }

    /// An entry of the program's text as its neighbours stand in the edited one.
    func fitting(_ entry: DraftEntry) -> DraftEntry {
        let place = entry.path.first.map { Place(section: $0, margin: entry.margin) }
        return place.flatMap { margins[$0] }.map { entry.behind($0) } ?? entry
    }
}
