import CanonicalJSON

extension Triage {
    func write(to writer: inout CanonicalWriter) {
        writer.text("announcement", announcement)
        writer.text("choice", choice.rawValue)
        writer.text("reason", reason)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        announcement = try reader.text("announcement")
        choice = try reader.word("choice")
        reason = try reader.text("reason")
    }
}
