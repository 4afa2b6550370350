import Attestation
import Rollout

/// Makes the tree of a ledger anew from the entries that a reading hands over and, for what lies
/// between them, from the stored hashes of subtrees.
///
/// The same root at the end proves each of these entries; a gap costs two hashes for each binary
/// digit of its length at most.
struct SQLiteProof {
    private let extent: SQLiteExtent
    private let whole: MerkleTree
    private var tree = MerkleTree()

    init(_ extent: SQLiteExtent, of whole: MerkleTree) {
        self.extent = extent
        self.whole = whole
    }

    /// Takes an entry in that comes behind all those before it.
    mutating func add(_ sequence: Int, _ digest: ContentDigest) throws {
        try advance(to: sequence - 1)
        tree.append(digest, height: 0)
    }

    /// Takes in what lies up to a size.
    mutating func advance(to size: Int) throws {
        try extent.extend(&tree, to: size)
    }

    /// How much of the ledger was taken in.
    var reached: LedgerExtent { tree.extent }

    /// Whether all that was taken in belongs to the tree.
    mutating func leadsToRoot() throws -> Bool {
        try advance(to: whole.size)
        return tree == whole
    }
}
