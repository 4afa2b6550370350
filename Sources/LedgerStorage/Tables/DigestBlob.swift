package import Rollout

/// Hashes as a database has them: 32 bytes each, one after the other.
package enum DigestBlob {
    package static func bytes(_ digests: [ContentDigest]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digests.count * 32)
        for digest in digests { bytes += digest.bytes }
        return bytes
    }

    /// Nil where the bytes are no whole number of hashes.
    package static func digests(_ bytes: UnsafeRawBufferPointer?) -> [ContentDigest]? {
        guard let bytes, bytes.count % 32 == 0 else { return nil }
        return stride(from: 0, to: bytes.count, by: 32)
            .compactMap {
                ContentDigest(raw: UnsafeRawBufferPointer(rebasing: bytes[$0..<($0 + 32)]))
            }
    }

    package static func digests(_ bytes: [UInt8]) -> [ContentDigest]? {
        bytes.withUnsafeBytes { digests($0) }
    }
}
