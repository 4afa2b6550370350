import Rollout

extension TreeHashes {
    /// The hashes of a log of a size in tiles; `read` is given the path of a tile.
    package init(tilesOfSize size: Int, read: @escaping (_ path: String) throws -> [UInt8]) {
        self.init(size: size) { leaf, height in
            let level = height / LogTile.height
            let below = level * LogTile.height
            let count = 1 << (height - below)
            // The hashes of the level that the subtree is made of lie in one tile.
            let first = (leaf >> below) - count
            let tile = first / LogTile.width
            let width = min(LogTile.width, (size >> below) - tile * LogTile.width)
            let path = LogTile.path(level: level, index: tile, width: width)
            let bytes = try read(path)
            guard bytes.count == width * 32 else { throw NoteError.tile(path: path) }
            var tree = MerkleTree()
            let start = first % LogTile.width
            for place in start..<(start + count) {
                guard let hash = ContentDigest(bytes: bytes[(place * 32)..<(place * 32 + 32)])
                else {
                    throw NoteError.tile(path: path)
                }
                tree.append(hash)
            }
            return tree.root
        }
    }
}
