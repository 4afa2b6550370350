import CanonicalJSON

extension Poll {
    func write(to writer: inout CanonicalWriter) {
        writer.text("choice", choice.rawValue)
        writer.text("comment", comment)
        writer.text("phase", phase.text)
        writer.text("question", question.rawValue)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        choice = try reader.word("choice")
        comment = try reader.text("comment")
        phase = PhaseID(try reader.text("phase"))
        question = try reader.word("question")
    }
}
