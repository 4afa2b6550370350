import Attestation
import Foundation
import Rollout

/// The bytes of entries in a file, each ended by a line feed, which canonical JSON never holds.
struct EntryLines {
    let path: String

    /// The size and the root of the ledger that these entries make.
    func extent() throws -> LedgerExtent {
        var tree = MerkleTree()
        try Data(contentsOf: URL(filePath: path), options: .alwaysMapped).withUnsafeBytes { all in
            guard var line = all.baseAddress else { return }
            let end = line + all.count
            while line < end, let feed = memchr(line, 10, end - line) {
                let count = UnsafeRawPointer(feed) - line
                let bytes = UnsafeRawBufferPointer(start: line, count: count)
                tree.append(ContentDigest(ofLeaf: bytes.bindMemory(to: UInt8.self)))
                line += count + 1
            }
        }
        return tree.extent
    }
}
