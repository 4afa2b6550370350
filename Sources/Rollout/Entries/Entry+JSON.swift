package import CanonicalJSON

extension Entry {
    /// The version of the form in which entries are written; the value of their key `entry`.
    package static let formatVersion = 2

    /// The bytes of an entry around the canonical bytes of its statement.
    package static func canonicalBytes(
        sequence: Int, recordedAt: Instant, statement: [UInt8], signature: String?
    ) -> [UInt8] {
        var writer = CanonicalWriter(capacity: statement.count + 128)
        writer.object { writer in
            writer.integer("entry", formatVersion)
            writer.text("recordedAt", recordedAt.rfc3339)
            writer.integer("sequence", sequence)
            if let signature { writer.text("signature", signature) }
            writer.key("statement")
            writer.canonical(statement)
        }
        return writer.bytes
    }

    /// The bytes that a ledger stores and hashes, in the form of RFC 8785.
    package var canonicalBytes: [UInt8] {
        Self.canonicalBytes(
            sequence: sequence, recordedAt: recordedAt, statement: statement.canonicalBytes,
            signature: signature)
    }

    /// Reads the bytes of an entry; its digest is computed from them.
    package init(canonicalBytes bytes: [UInt8]) throws(CanonicalFormatError) {
        let digest = ContentDigest(ofLeaf: bytes)
        let texts = TextCache()
        self = try bytes.withUnsafeBufferPointer { buffer throws(CanonicalFormatError) in
            try Entry(canonicalBytes: buffer, digest: digest, texts: texts)
        }
    }

    /// Reads the bytes of an entry whose digest was computed already.
    ///
    /// - Parameter texts: Shares texts that many entries hold; one for all entries of a reading.
    package init(
        canonicalBytes bytes: UnsafeBufferPointer<UInt8>, digest: ContentDigest, texts: TextCache
    ) throws(CanonicalFormatError) {
        do throws(CanonicalFormatError) {
            self = try CanonicalReader.read(bytes, texts: texts) {
                reader throws(CanonicalFormatError) in
                try reader.object { reader throws(CanonicalFormatError) in
                    try Entry(members: &reader, digest: digest)
                }
            }
        } catch {
            throw Self.isOfVersion1(bytes)
                ? CanonicalFormatError(
                    reason: "is a record of version 1, which an unreleased version of the program "
                        + "wrote; such records are not read")
                : error
        }
    }

    private init(
        members reader: inout CanonicalReader, digest: ContentDigest
    ) throws(CanonicalFormatError) {
        let version = try reader.integer("entry", atLeast: 0)
        guard version == Self.formatVersion else {
            throw CanonicalFormatError(
                key: "entry",
                reason: "is not \(Self.formatVersion), the one version that this program reads")
        }
        recordedAt = try reader.instant("recordedAt")
        sequence = try reader.integer("sequence", atLeast: 1)
        signature = try reader.optionalText("signature")
        statement = try reader.member("statement") { reader throws(CanonicalFormatError) in
            try Statement(&reader)
        }
        self.digest = digest
    }

    /// Whether bytes that are no entry are a record as they were before there were entries.
    private static func isOfVersion1(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let value = try? JSONValue(jsonBytes: Array(bytes))
        return value?["record"]?.integer == 1
    }
}
