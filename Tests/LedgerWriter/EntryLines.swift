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
            let bytes = all.bindMemory(to: UInt8.self)
            var start = 0
            while start < bytes.count,
                let found = memchr(bytes.baseAddress! + start, 10, bytes.count - start)
            {
                let end = UnsafeRawPointer(found) - UnsafeRawPointer(bytes.baseAddress!)
                tree.append(ContentDigest(ofLeaf: .init(rebasing: bytes[start..<end])))
                start = end + 1
            }
        }
        return tree.extent
    }
}
