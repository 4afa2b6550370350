import CanonicalJSON

extension ChangeRequest {
    func write(to writer: inout CanonicalWriter) { writer.text("note", note) }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        note = try reader.text("note")
    }
}
