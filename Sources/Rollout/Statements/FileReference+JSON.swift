import CanonicalJSON

extension FileReference {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.text("digest", digest.description)
            writer.integer("size", size)
        }
    }

    /// Reads the members of its object.
    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let digest = try reader.digest("digest")
        self.init(size: try reader.integer("size", atLeast: 0), digest: digest)
    }
}
