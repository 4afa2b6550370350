import CanonicalJSON

extension Revocation {
    func write(to writer: inout CanonicalWriter) {
        writer.key("entry")
        entry.write(to: &writer)
        writer.text("reason", reason)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.key("entry")
        entry = try EntryReference(&reader)
        reason = try reader.text("reason")
    }
}
