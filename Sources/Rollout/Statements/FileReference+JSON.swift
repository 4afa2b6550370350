import CanonicalJSON

extension FileReference {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.text("digest", digest.description)
            writer.integer("size", size)
        }
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.beginObject()
        digest = try reader.digest("digest")
        size = try reader.integer("size", atLeast: 0)
        try reader.endObject()
    }
}
