import CanonicalJSON

extension EnrolmentLink {
    func write(to writer: inout CanonicalWriter) {
        writer.text("person", person.text)
        writer.text("token", token.description)
        writer.text("until", until.rfc3339)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        person = Principal(try reader.text("person"))
        token = try reader.digest("token")
        until = try reader.instant("until")
    }
}
