import CanonicalJSON

extension Correction {
    func write(to writer: inout CanonicalWriter) {
        writer.key("entry")
        entry.write(to: &writer)
        writer.text("reason", reason)
        writer.text("time", time.rfc3339)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.key("entry")
        entry = try EntryReference(&reader)
        reason = try reader.text("reason")
        time = try reader.instant("time")
    }
}
