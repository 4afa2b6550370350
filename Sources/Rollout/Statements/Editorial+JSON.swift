import CanonicalJSON

extension Editorial {
    func write(to writer: inout CanonicalWriter) {
        writer.text("from", from.description)
        writer.text("reason", reason)
        writer.text("text", before.text)
        writer.text("title", before.title)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        from = try reader.digest("from")
        reason = try reader.text("reason")
        let text = try reader.text("text")
        before = StepWords(title: try reader.text("title"), text: text)
    }
}
