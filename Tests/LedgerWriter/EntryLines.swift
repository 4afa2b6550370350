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
            var rest = all.bindMemory(to: UInt8.self)[...]
            while let end = rest.firstIndex(of: 10) {
                let entry = UnsafeBufferPointer(rebasing: rest[..<end])
                tree.append(ContentDigest(ofLeaf: entry))
                rest = rest[(end + 1)...]
            }
        }
        return tree.extent
    }
}
