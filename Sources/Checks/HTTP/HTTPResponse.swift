/// An answer to a request.
package struct HTTPResponse: Hashable, Sendable {
    /// Such as `1.1` or `2`.
    package let version: String
    package let status: Int
    /// In their order; those of trailers are not among them.
    package let fields: [HTTPField]
    /// After decompression.
    package let body: CapturedText
    /// More than the limit came, so that the rest was not waited for.
    package let isStopped: Bool

    package init(
        version: String = "1.1", status: Int, fields: [HTTPField] = [],
        body: CapturedText = CapturedText(limit: 0), isStopped: Bool = false
    ) {
        self.version = version
        self.status = status
        self.fields = fields
        self.body = body
        self.isStopped = isStopped
    }

    /// The values of all fields of a name as one, as recipients take them (RFC 9110 section 5.2);
    /// nil where there is none.
    package func value(of name: String) -> String? {
        let values = fields.filter { $0.isNamed(name) }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
