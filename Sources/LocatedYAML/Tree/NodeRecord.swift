/// A node of the tree: 20 bytes without references.
///
/// Records stand in the order of the text, a collection before what it holds, so that the first
/// child of a collection is the next record and no links are needed.
struct NodeRecord {
    enum Shape: UInt8 {
        case scalar, sequence, mapping, alias
    }

    /// The first byte of the node in the source.
    let start: UInt32
    /// The byte after the node in the source.
    var end: UInt32
    /// Where to go on.
    ///
    /// Scalar: the first byte of its text. Collection: the record after its last descendant.
    /// Alias: the record it stands for.
    var link: UInt32
    /// How much there is.
    ///
    /// Scalar: how many bytes its text has. Mapping with merged keys: the number of its list in
    /// the tree, from 1.
    var extra: UInt32 = 0
    let shape: Shape
    /// A scalar without quotes, not a block scalar and not tagged as text.
    var isPlain = false
    /// The text of the scalar is not in the source as it stands, but in the buffer of the tree.
    var isCopied = false
}
