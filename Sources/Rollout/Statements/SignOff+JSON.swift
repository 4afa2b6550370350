import CanonicalJSON

extension SignOff {
    func write(to writer: inout CanonicalWriter) {
        writer.text("choice", choice.rawValue)
        writer.key("evidence")
        writer.list(evidence) { writer, file in file.write(to: &writer) }
        writer.text("note", note)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        choice = try reader.word("choice")
        evidence = try reader.objects("evidence") { reader throws(CanonicalFormatError) in
            try EvidenceFile(&reader)
        }
        note = try reader.text("note")
    }
}

extension EvidenceFile {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.text("digest", file.digest.description)
            writer.text("name", name)
            writer.integer("size", file.size)
        }
    }

    fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let digest = try reader.digest("digest")
        name = try reader.text("name")
        file = FileReference(size: try reader.integer("size", atLeast: 0), digest: digest)
    }
}
