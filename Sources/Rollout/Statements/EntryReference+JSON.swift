import CanonicalJSON

extension EntryReference {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.text("digest", digest.description)
            writer.integer("sequence", sequence)
        }
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.beginObject()
        digest = try reader.digest("digest")
        sequence = try reader.integer("sequence", atLeast: 1)
        try reader.endObject()
    }
}
