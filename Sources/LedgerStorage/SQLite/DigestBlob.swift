import Foundation
import Rollout

/// Hashes as a database has them: 32 bytes each, one after the other.
enum DigestBlob {
    static func data(_ digests: [ContentDigest]) -> Data {
        var data = Data(capacity: digests.count * 32)
        for digest in digests { data.append(contentsOf: digest.bytes) }
        return data
    }

    /// Nil where the bytes are no whole number of hashes.
    static func digests(_ data: Data?) -> [ContentDigest]? {
        guard let data, data.count % 32 == 0 else { return nil }
        return stride(from: data.startIndex, to: data.endIndex, by: 32)
            .compactMap { ContentDigest(bytes: data[$0..<($0 + 32)]) }
    }
}
