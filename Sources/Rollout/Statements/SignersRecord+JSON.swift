import CanonicalJSON

extension SignersRecord {
    func write(to writer: inout CanonicalWriter) {
        if case .inline(let text) = allowed { writer.text("allowed", text) }
        writer.text("owner", owner.text)
        writer.text("revoked", revoked)
        if case .stored(let file) = allowed {
            writer.key("storedAllowed")
            file.write(to: &writer)
        }
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let text = try reader.optionalText("allowed")
        owner = Principal(try reader.text("owner"))
        revoked = try reader.text("revoked")
        allowed =
            if let text { .inline(text) } else { .stored(try reader.file("storedAllowed")) }
    }
}
