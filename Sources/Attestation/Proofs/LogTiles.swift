package import Rollout

/// Cuts a log into tiles, entry by entry, in memory for one tile of each level.
package struct LogTiles {
    /// The tree over the entries so far.
    package private(set) var tree = MerkleTree()
    private var entries: [[UInt8]] = []
    /// For each level the hashes of the tile that is not full yet, and how many are.
    private var levels: [(full: Int, hashes: [ContentDigest])] = []

    package init() {}

    /// Takes the next entry in, and returns the tiles that it fills.
    ///
    /// It has at most 65,535 bytes, as every entry of a ledger.
    package mutating func add(_ entry: [UInt8], _ digest: ContentDigest) -> [LogTile] {
        precondition(entry.count <= Entry.mostBytes, "a ledger has no longer entries")
        tree.append(digest)
        entries.append(entry)
        var filled: [LogTile] = []
        if entries.count == LogTile.width {
            filled.append(LogTile(bundle: tree.size / LogTile.width - 1, entries))
            entries = []
        }
        add(digest, level: 0, &filled)
        return filled
    }

    private mutating func add(_ hash: ContentDigest, level: Int, _ filled: inout [LogTile]) {
        if levels.count == level { levels.append((0, [])) }
        levels[level].hashes.append(hash)
        guard levels[level].hashes.count == LogTile.width else { return }
        let (index, hashes) = levels[level]
        filled.append(LogTile(level: level, index: index, hashes))
        levels[level] = (index + 1, [])
        var subtree = MerkleTree()
        for hash in hashes { subtree.append(hash) }
        add(subtree.root, level: level + 1, &filled)
    }

    /// The tiles at the end of the log, which are not full.
    package var partial: [LogTile] {
        var tiles: [LogTile] = []
        if !entries.isEmpty {
            tiles.append(LogTile(bundle: tree.size / LogTile.width, entries))
        }
        for (level, tile) in levels.enumerated() where !tile.hashes.isEmpty {
            tiles.append(LogTile(level: level, index: tile.full, tile.hashes))
        }
        return tiles
    }
}
