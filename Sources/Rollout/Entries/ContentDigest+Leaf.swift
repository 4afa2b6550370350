extension ContentDigest {
    /// The hash of a leaf of the Merkle tree: SHA-256 of a zero byte and the bytes (RFC 6962
    /// section 2.1).
    package init(ofLeaf bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { ContentDigest(ofLeaf: $0) }
    }

    package init(ofLeaf bytes: UnsafeBufferPointer<UInt8>) {
        var hasher = Hasher()
        hasher.add([0])
        hasher.add(bytes)
        self = hasher.digest
    }
}
