import CanonicalJSON

extension Waiver {
    func write(to writer: inout CanonicalWriter) {
        writer.text("reason", reason)
        writer.text("until", until.rfc3339)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        reason = try reader.text("reason")
        until = try reader.instant("until")
    }
}
