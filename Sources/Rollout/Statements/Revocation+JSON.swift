import CanonicalJSON

extension Revocation {
    func write(to writer: inout CanonicalWriter) {
        writer.key("entry")
        writer.object { writer in
            writer.text("digest", entry.digest.description)
            writer.integer("sequence", entry.sequence)
        }
        writer.text("reason", reason)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.key("entry")
        try reader.beginObject()
        let digest = try reader.digest("digest")
        entry = EntryReference(
            sequence: try reader.integer("sequence", atLeast: 1), digest: digest)
        try reader.endObject()
        reason = try reader.text("reason")
    }
}
