import CanonicalJSON

extension ChecklistText {
    func write(to writer: inout CanonicalWriter) {
        switch text {
        case .inline(let text): writer.text("text", text)
        case .stored(let file):
            writer.key("storedText")
            file.write(to: &writer)
        }
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let stored = try reader.optionalFile("storedText")
        if let stored {
            self.init(.stored(stored))
        } else {
            self.init(.inline(try reader.text("text")))
        }
    }
}
