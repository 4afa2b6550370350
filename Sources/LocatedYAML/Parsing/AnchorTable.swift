/// The anchors of a document, by name.
struct AnchorTable {
    /// What an anchor stands for.
    struct Anchor {
        let record: UInt32
        /// How many nodes it is, with everything in it, aliases followed.
        var size: Int
        /// How many levels of collections it is: 0 for a scalar.
        var height: Int
        /// Its end was not read yet: an alias to it would contain itself.
        var isOpen: Bool
    }

    private var anchors: [Anchor] = []
    private var positions: [String: Int] = [:]

    /// What a name stands for at this place of the text; nil where it was not defined before.
    subscript(name: String) -> Anchor? { positions[name].map { anchors[$0] } }

    /// Defines a name, again if need be: from here on it means the new node.
    ///
    /// Returns the number by which a collection is closed later.
    mutating func define(_ name: String, as anchor: Anchor) -> Int {
        positions[name] = anchors.count
        anchors.append(anchor)
        return anchors.count - 1
    }

    /// Notes that a collection was read to its end.
    mutating func close(_ number: Int, size: Int, height: Int) {
        anchors[number].size = size
        anchors[number].height = height
        anchors[number].isOpen = false
    }
}
