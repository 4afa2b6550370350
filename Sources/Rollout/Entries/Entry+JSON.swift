package import CanonicalJSON

extension Entry {
    /// The version of the form in which entries are written; the value of their key `entry`.
    package static let formatVersion = 3

    /// The bytes of an entry around the canonical bytes of its statement.
    package static func canonicalBytes(
        sequence: Int, recordedAt: Instant, ordinal: Int, rollouts: ContentDigest,
        statement: [UInt8], signature: String?
    ) -> [UInt8] {
        var writer = CanonicalWriter(capacity: statement.count + 256)
        writer.object { writer in
            writer.integer("entry", formatVersion)
            writer.integer("ordinal", ordinal)
            writer.text("recordedAt", recordedAt.rfc3339)
            writer.text("rollouts", rollouts.description)
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
            sequence: sequence, recordedAt: recordedAt, ordinal: ordinal, rollouts: rollouts,
            statement: statement.canonicalBytes, signature: signature)
    }

    /// Reads the bytes of an entry; its digest is computed from them.
    package convenience init(canonicalBytes bytes: [UInt8]) throws(CanonicalFormatError) {
        let digest = ContentDigest(ofLeaf: bytes)
        let read = try bytes.withUnsafeBufferPointer { buffer throws(CanonicalFormatError) in
            try Entry(canonicalBytes: buffer, digest: digest, StatementCache())
        }
        self.init(read, read.authentication, read.otherNames)
    }

    /// Reads the bytes of an entry whose digest was computed already.
    ///
    /// There is one cache for all entries of a reading.
    package convenience init(
        canonicalBytes bytes: UnsafeBufferPointer<UInt8>, digest: ContentDigest,
        _ cache: StatementCache
    ) throws(CanonicalFormatError) {
        var reader = CanonicalReader(bytes, texts: cache.texts)
        do throws(CanonicalFormatError) {
            try self.init(&reader, digest, cache)
            try reader.end()
        } catch {
            throw Entry.isOfVersion1(bytes)
                ? CanonicalFormatError(
                    reason: "is a record of version 1, which an unreleased version of the program "
                        + "wrote; such records are not read")
                : error
        }
    }

    private convenience init(
        _ reader: inout CanonicalReader, _ digest: ContentDigest, _ cache: StatementCache
    ) throws(CanonicalFormatError) {
        try reader.beginObject()
        guard try reader.integer("entry", atLeast: 0) == Entry.formatVersion else {
            throw reader.error(
                "is not \(Entry.formatVersion), the one version that this program reads")
        }
        let ordinal = try reader.integer("ordinal", atLeast: 1)
        let recordedAt = try reader.instant("recordedAt")
        let rollouts = try reader.digest("rollouts")
        let sequence = try reader.integer("sequence", atLeast: 1)
        let signature = try reader.optionalText("signature")
        try reader.key("statement")
        let statement = try Statement(&reader, cache)
        try reader.endObject()
        self.init(
            sequence: sequence, recordedAt: recordedAt, ordinal: ordinal, rollouts: rollouts,
            statement: statement, signature: signature, digest: digest)
    }

    /// Whether bytes that are no entry are a record as they were before there were entries.
    private static func isOfVersion1(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let value = try? JSONValue(jsonBytes: Array(bytes))
        return value?["record"]?.integer == 1
    }
}
