/// A sequence or mapping whose end was not read yet.
struct OpenCollection {
    let record: UInt32
    let isMapping: Bool
    /// Written in brackets or braces.
    let isFlow: Bool
    /// The level on which it lies when aliases and merge keys are followed, from 1.
    let depth: Int
    /// The number of its anchor.
    let anchor: Int?
    /// How many nodes came before it.
    let nodesBefore: Int
    /// Where its own keys begin among the keys of all open mappings.
    let firstKey: Int
    /// The next child of a mapping is a key, not a value.
    var expectsKey: Bool
    /// The key that merges other mappings into this one.
    var mergeKey: UInt32?
    /// The next child is the value of that key.
    var expectsMerge = false
    /// How many levels of collections it is so far.
    var height = 1

    /// The level on which a child lies: what is merged lies on the level of the mapping itself,
    /// and a list of such mappings is no level at all.
    func depth(ofChild shape: NodeRecord.Shape) -> Int {
        guard expectsMerge else { return depth + 1 }
        return shape == .sequence ? depth - 1 : depth
    }
}
