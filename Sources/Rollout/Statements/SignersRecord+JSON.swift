import CanonicalJSON

extension SignersRecord {
    func write(to writer: inout CanonicalWriter) {
        if case .inline(let text) = allowed { writer.text("allowed", text) }
        if !origins.isEmpty {
            writer.key("origins")
            writer.list(origins) { writer, origin in writer.text(origin.text) }
        }
        writer.text("owner", owner.text)
        writer.text("revoked", revoked)
        if case .stored(let file) = allowed {
            writer.key("storedAllowed")
            file.write(to: &writer)
        }
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let text = try reader.optionalText("allowed")
        origins = try Self.origins(&reader)
        owner = Principal(try reader.text("owner"))
        revoked = try reader.text("revoked")
        allowed =
            if let text { .inline(text) } else { .stored(try reader.file("storedAllowed")) }
    }

    /// The list, which is not written where it is empty.
    private static func origins(
        _ reader: inout CanonicalReader
    ) throws(CanonicalFormatError) -> [PageOrigin] {
        guard reader.hasKey("origins") else { return [] }
        try reader.beginList()
        var origins: [PageOrigin] = []
        while try reader.hasItem() {
            guard let origin = PageOrigin(try reader.text()) else {
                throw reader.error("is no origin of a page")
            }
            origins.append(origin)
        }
        guard !origins.isEmpty else { throw reader.error(at: "origins", "is empty") }
        return origins
    }
}
