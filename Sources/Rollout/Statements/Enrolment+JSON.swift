import CanonicalJSON

extension Enrolment {
    func write(to writer: inout CanonicalWriter) {
        writer.text("credential", credential)
        writer.text("key", key)
        writer.text("token", token)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        credential = try reader.text("credential")
        key = try reader.text("key")
        token = try reader.text("token")
    }
}
