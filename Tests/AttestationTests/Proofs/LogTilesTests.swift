import Attestation
import Rollout
import Testing

struct LogTilesTests {
    /// The tiles of a log of so many entries, by their paths, and its tree.
    private func tiles(_ size: Int) -> (files: [String: [UInt8]], tree: MerkleTree) {
        var tiles = LogTiles()
        var files: [String: [UInt8]] = [:]
        for index in 0..<size {
            let entry = Array("entry \(index)".utf8)
            for tile in tiles.add(entry, ContentDigest(ofLeaf: entry)) {
                #expect(files.updateValue(tile.bytes, forKey: tile.path) == nil)
            }
        }
        for tile in tiles.partial {
            #expect(files.updateValue(tile.bytes, forKey: tile.path) == nil)
        }
        return (files, tiles.tree)
    }

    struct Unread: Error {}

    @Test(
        "Read back, the tiles give the root and every proof",
        arguments: [1, 2, 255, 256, 257, 511, 512, 700, 65_793])
    func readBack(size: Int) throws {
        let (files, tree) = tiles(size)
        let hashes = TreeHashes(tilesOfSize: size) { path in
            guard let bytes = files[path] else { throw Unread() }
            return bytes
        }
        #expect(try hashes.extent(at: size) == tree.extent)
        for old in [1, size / 3, size / 2, size - 1, size] where old > 0 {
            _ = try hashes.consistency(from: old, to: size)
            _ = try hashes.inclusion(of: old - 1, in: size)
        }
    }

    @Test("Paths and widths are those of the specification")
    func paths() {
        #expect(
            tiles(65_793).files.keys.filter { !$0.hasPrefix("tile/0") && !$0.contains("entries") }
                .sorted() == ["tile/1/000", "tile/1/001.p/1", "tile/2/000.p/1"])
        let small = tiles(300).files
        #expect(
            small.keys.sorted() == [
                "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000",
                "tile/entries/001.p/44",
            ])
        #expect(small["tile/0/000"]?.count == 8192)
        #expect(small["tile/0/001.p/44"]?.count == 44 * 32)
        #expect(
            tiles(256).files.keys.sorted() == ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"])
        #expect(tiles(0).files.isEmpty)
    }

    @Test("An index of more than three digits is cut into folders")
    func folders() {
        struct Asked: Error, Equatable { let path: String }
        for (leaf, size, path) in [
            (1, 256, "tile/0/000"), (256_000, 256_000, "tile/0/999"),
            (256_001, 256_001, "tile/0/x001/000.p/1"), (256_001, 256_256, "tile/0/x001/000"),
            (316_047_104, 400_000_000, "tile/0/x001/x234/558"),
        ] {
            let hashes = TreeHashes(tilesOfSize: size) { throw Asked(path: $0) }
            #expect(throws: Asked(path: path)) { try hashes.subtree(endingAt: leaf, height: 0) }
        }
    }

    @Test("A bundle holds each entry behind its length in two bytes")
    func bundles() {
        let bundle = tiles(2).files["tile/entries/000.p/2"]
        #expect(bundle == [0, 7] + Array("entry 0".utf8) + [0, 7] + Array("entry 1".utf8))
    }

    @Test("A tile that is cut or changed is noticed")
    func changed() throws {
        let (files, tree) = tiles(300)
        for path in files.keys where !path.contains("entries") {
            var bytes = try #require(files[path])
            bytes[bytes.count / 2] ^= 1
            let changed = TreeHashes(tilesOfSize: 300) { $0 == path ? bytes : files[$0] ?? [] }
            let cut = TreeHashes(tilesOfSize: 300) {
                $0 == path ? Array(bytes.dropLast()) : files[$0] ?? []
            }
            if path != "tile/0/000" { #expect(try changed.extent(at: 300) != tree.extent) }
            #expect(throws: NoteError.tile(path: path)) {
                _ = try cut.extent(at: 300)
                return try cut.inclusion(of: 100, in: 300)
            }
        }
    }
}
