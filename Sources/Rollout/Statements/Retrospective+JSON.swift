import CanonicalJSON

extension Retrospective {
    func write(to writer: inout CanonicalWriter) {
        writer.key("entry")
        entry.write(to: &writer)
        writer.text("note", note)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.key("entry")
        entry = try EntryReference(&reader)
        note = try reader.text("note")
    }
}
