import CanonicalJSON

extension ChecklistText {
    func write(to writer: inout CanonicalWriter) {
        if !sets.isEmpty {
            writer.key("sets")
            writer.list(sets) { writer, set in writer.object { Self.write(set, to: &$0) } }
        }
        Self.write(text, to: &writer)
    }

    private static func write(_ text: Kept<String>, to writer: inout CanonicalWriter) {
        switch text {
        case .inline(let text): writer.text("text", text)
        case .stored(let file):
            writer.key("storedText")
            file.write(to: &writer)
        }
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        var sets: [Kept<String>] = []
        if reader.hasKey("sets") {
            try reader.beginList()
            while try reader.hasItem() {
                try reader.beginObject()
                sets.append(try Self.text(&reader))
                try reader.endObject()
            }
            // A text without sets is written in one way alone.
            guard !sets.isEmpty else { throw reader.error(at: "sets", "is empty") }
        }
        self.init(try Self.text(&reader), sets: sets)
    }

    private static func text(
        _ reader: inout CanonicalReader
    ) throws(CanonicalFormatError) -> Kept<String> {
        if let stored = try reader.optionalFile("storedText") { return .stored(stored) }
        return .inline(try reader.text("text"))
    }
}
