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
        try reader.key("evidence")
        try reader.beginList()
        var files: [EvidenceFile] = []
        while try reader.hasItem() { files.append(try EvidenceFile(&reader)) }
        evidence = files
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
        try reader.beginObject()
        let digest = try reader.digest("digest")
        name = try reader.text("name")
        file = FileReference(size: try reader.integer("size", atLeast: 0), digest: digest)
        try reader.endObject()
    }
}
