/// The way from a leaf to the root, one known hash after the other (RFC 9162 section 2.1.3.2).
struct TreeClimb {
    private var node: Int
    private var last: Int

    init(_ leaf: Int, of size: Int) {
        node = leaf
        last = size - 1
    }

    /// Skips what is on the right of its parent, from where a consistency proof begins.
    mutating func skipRightNodes() {
        while node & 1 == 1 { rise() }
    }

    /// Goes to the next parent; whether the known hash stands left of it, and nil above the root.
    ///
    /// Without this end, a proof that is too long would be taken.
    mutating func step() -> Bool? {
        guard last != 0 else { return nil }
        defer { rise() }
        guard node & 1 == 1 || node == last else { return false }
        // A node without a sibling is its own parent.
        while node & 1 == 0, node != 0 { rise() }
        return true
    }

    var isAtRoot: Bool { last == 0 }

    private mutating func rise() {
        node >>= 1
        last >>= 1
    }
}
